/**
 * Bluetooth LE health profiles: the blood-pressure cuff (docs/devices/bluetooth-cuff.md).
 *
 * <p>In: one characteristic value at a time. Out: each reading as a panel and its pulse; reserved words as reasons. The
 * central type is {@link io.maimen.driver.gatt.BloodPressureProtocol}. Acknowledgement class: BY_TRANSPORT, because the
 * Bluetooth stack confirms by itself. Must not know: D-Bus, pairing, threads, clocks.
 */
package io.maimen.driver.gatt;
