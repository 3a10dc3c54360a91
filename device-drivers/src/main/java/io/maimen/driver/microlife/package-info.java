/**
 * Microlife cuffs with Bluetooth, such as BP3GY1-2N.
 *
 * <p>In: pieces of frames, as notifications bring them. Out: the blood pressures of the cuff's memory. The central type is
 * {@link io.maimen.driver.microlife.MicrolifeFrame}. Confined to the session's thread. Must not know: D-Bus, threads, clocks.
 */
package io.maimen.driver.microlife;
