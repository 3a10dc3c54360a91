/**
 * What people say about patients: who is measured, whose a reading is, who is one and the same, what they measured by hand.
 *
 * <p>In: a doctor's words, checked against what there is. Out: facts in the server's log, applied by <em>assess</em>, each
 * with its entry in the audit. The central type is {@link io.maimen.ingest.register.FactDesk}. Thread-safe, blocking. Must
 * not know: HTTP, rules, alerts.
 */
package io.maimen.ingest.register;
