/**
 * Scales that speak their maker's own layout over Bluetooth: Xiaomi Mi Body Composition Scale 2, Medisana BS440 and BS444.
 *
 * <p>In: notifications and indications. Out: body weights. The central type is {@link io.maimen.driver.scale.XiaomiWeight}.
 * Confined to the session's thread. Must not know: D-Bus, threads, clocks.
 */
package io.maimen.driver.scale;
