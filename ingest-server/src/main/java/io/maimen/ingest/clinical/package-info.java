/**
 * The clinical records: alerts with what people did about them, and the readings that were judged.
 *
 * <p>In: alerts and readings, within a transaction of whoever writes. Out: the same, for the worklist and the assessor. The
 * central type is {@link io.maimen.ingest.clinical.AlertRecords}. On the disk when the transaction returned. Must not know:
 * rules, HTTP, the log.
 */
package io.maimen.ingest.clinical;
