/**
 * USB HID devices through Linux's hidraw, and virtual ones behind a Unix socket.
 *
 * <p>In: input reports. Out: a connection of the port in {@code connect}, whose channels are {@link
 * io.maimen.driver.Channel#HID_REPORT} and {@link io.maimen.driver.Channel#HID_FEATURE}. The central type is {@link
 * io.maimen.gateway.connect.hid.HidDialer}. Thread-safe. Must not know: what reports say.
 */
package io.maimen.gateway.connect.hid;
