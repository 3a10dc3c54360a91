/**
 * A virtual BlueZ: adapter, devices, services and characteristics as objects on a private D-Bus, so that Bluetooth programs
 * can be tried without a radio. Written from BlueZ's D-Bus API documents.
 *
 * <p>In: peripherals. Out: the objects and signals that BlueZ would give. The central type is {@link
 * io.maimen.simulator.device.bluez.VirtualBluez}. Thread-safe; peripherals hear their events on one thread. Must not know:
 * what a characteristic's bytes mean.
 */
package io.maimen.simulator.device.bluez;
