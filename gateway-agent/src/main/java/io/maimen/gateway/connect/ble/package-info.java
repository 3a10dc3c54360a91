/**
 * Bluetooth LE through BlueZ's D-Bus API (bluez-dbus and dbus-java), which no other package sees.
 *
 * <p>In: advertisements, services and characteristic values. Out: a connection of the port in {@code connect}; a channel is a
 * characteristic's UUID. The central type is {@link io.maimen.gateway.connect.ble.Bluetooth}. Thread-safe. BlueZ confirms
 * indications by itself, before we see them. Must not know: what values mean, where they are kept.
 */
package io.maimen.gateway.connect.ble;
