/**
 * The names of things that measure: devices, gateways, user slots, specimens.
 *
 * <p>In: what a configuration or a device says. Out: validated names. The central type is {@link
 * io.maimen.observation.device.DeviceId}. Immutable throughout. Must not know: observations, patients.
 */
package io.maimen.observation.device;
