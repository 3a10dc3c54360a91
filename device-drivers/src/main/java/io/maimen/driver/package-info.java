/**
 * What a device driver is: bytes to observations and back, as pure state machines.
 *
 * <p>In: {@link io.maimen.driver.DriverEvent}s of one connection. Out: {@link io.maimen.driver.DriverAction}s, observations
 * among them. The central type is {@link io.maimen.driver.DeviceDriver}, found by ServiceLoader. A protocol is confined to
 * its session's thread. Must not know: ports, threads, clocks, files, how anything is stored.
 */
package io.maimen.driver;
