/**
 * The Bluetooth SIG's health services: blood pressure (docs/devices/bluetooth-cuff.md), heart rate, glucose, oximetry,
 * temperature, weight.
 *
 * <p>In: one characteristic value at a time. Out: each reading with its codes; reserved words as reasons; what a device says of
 * itself, its battery and its clock. The central type is {@link io.maimen.driver.gatt.IntroducedProtocol}. Acknowledgement
 * class: BY_TRANSPORT, because the Bluetooth stack confirms by itself. Must not know: D-Bus, pairing, threads, clocks.
 */
package io.maimen.driver.gatt;
