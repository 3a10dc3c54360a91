/**
 * Answers for people and programs, as JSON; docs/api.md is the contract.
 *
 * <p>In: names, times, limits. Out: JSON of readings, waveforms, alerts, devices. The central types are {@link
 * io.maimen.ingest.query.AlertQuery} and {@link io.maimen.ingest.query.SeriesQuery}. Blocking; thread-safe; changes nothing.
 * Must not know: HTTP, who asks.
 */
package io.maimen.ingest.query;
