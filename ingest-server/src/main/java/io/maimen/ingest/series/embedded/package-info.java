/**
 * The time series store in one SQLite file, for a server without set-up.
 *
 * <p>In: facts. Out: the port {@link io.maimen.ingest.series.SeriesStore}. The central type is {@link
 * io.maimen.ingest.series.embedded.EmbeddedSeriesStore}. An observation is one row, a waveform block too: its samples
 * rest encoded. Kept when the transaction is on the disk. Must not know: alerts, people, HTTP.
 */
package io.maimen.ingest.series.embedded;
