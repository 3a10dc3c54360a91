/**
 * Omron cuffs: the memory of the Bluetooth models, and the USB models 790IT and 7080IT.
 *
 * <p>In: frames split over Bluetooth characteristics, or USB reports. Out: blood pressures of two users. The central type is
 * {@link io.maimen.driver.omron.MemoryFrame}. Confined to the session's thread. Must not know: D-Bus, USB, threads, clocks.
 */
package io.maimen.driver.omron;
