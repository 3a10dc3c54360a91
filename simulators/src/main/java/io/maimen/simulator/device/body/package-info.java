/**
 * Whom virtual devices measure: readings that could be somebody's, the same for the same seed.
 *
 * <p>In: a seed. Out: numbers, and what a device may say it measured. The central types are {@link
 * io.maimen.simulator.device.body.FingerClip} and {@link io.maimen.simulator.device.body.CuffDiary}. Confined to one thread. Must
 * not know: any protocol.
 */
package io.maimen.simulator.device.body;
