/**
 * What went over one connection, as JSON lines (docs/traces.md): recorded from any protocol, read again, replayed.
 *
 * <p>In: a protocol's events and actions, or the lines of a file. Out: {@link io.maimen.driver.trace.Trace}, a header, entries and the
 * observations they must give. {@link io.maimen.driver.trace.RecordingProtocol} makes one of a running connection. Immutable values;
 * the recorder is confined to its session's thread. Must not know: files, threads, clocks, or any one protocol.
 */
package io.maimen.driver.trace;
