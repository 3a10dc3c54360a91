/**
 * The time series store as the server sees it.
 *
 * <p>In: facts of the log. Out: readings, waveform blocks, raw frames, the quarantine and the devices seen. The central
 * type is {@link io.maimen.ingest.series.SeriesStore}, a port whose contract test every adapter passes. Kept when
 * {@code keep} returned. Must not know: alerts, people, HTTP.
 */
package io.maimen.ingest.series;
