/**
 * Ways to devices: the port that serial lines, MQTT and the transports to come stand behind.
 *
 * <p>In: bytes of a device. Out: the same bytes with the moment they arrived, to a {@link
 * io.maimen.gateway.connect.ConnectionListener}. The central type is {@link io.maimen.gateway.connect.DeviceConnection}.
 * Thread-safe; acknowledges only when told to. Must not know: what the bytes mean, where they are kept.
 */
package io.maimen.gateway.connect;
