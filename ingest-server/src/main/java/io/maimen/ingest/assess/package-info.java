/**
 * The log's reader that judges.
 *
 * <p>In: batches of facts. Out: alerts opened or changed, in the clinical records. The central type is {@link
 * io.maimen.ingest.assess.AssessReader}. Readings, alerts and cursor are committed together, so each alert comes to be
 * exactly once, whenever the process is killed. Must not know: the rules themselves, HTTP, the series store.
 */
package io.maimen.ingest.assess;
