/**
 * The log's reader that fills the time series store.
 *
 * <p>In: batches of facts. Out: kept readings, and a word to whoever watches devices. The central type is {@link
 * io.maimen.ingest.record.Recorder}. A batch is read when store and cursor are committed together. Must not know: rules,
 * alerts.
 */
package io.maimen.ingest.record;
