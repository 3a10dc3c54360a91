/**
 * Who was measured: the patients there are, and the one rule that says whose a reading is.
 *
 * <p>In: a reading's source and time, bindings, assignments, merges. Out: an owner, or why there is none. The central type
 * is {@link io.maimen.ingest.patient.WhoWasMeasured}. Pure and immutable. Must not know: tables, HTTP, alerts, the log.
 */
package io.maimen.ingest.patient;
