/**
 * When things run, and on which thread.
 *
 * <p>In: tasks. Out: the same tasks, later or one after another. The central type is {@link
 * io.maimen.gateway.schedule.Scheduler}, a port, so that tests move time by hand. Thread-safe. Must not know: devices.
 */
package io.maimen.gateway.schedule;
