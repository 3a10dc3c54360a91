package io.maimen.ingest.audit;

/** What checking the chain found. Immutable. */
public sealed interface AuditVerdict {
    /** Every entry is as it was written, up to this one. */
    record Whole(long seq, String hash) implements AuditVerdict {}

    /** The first entry that is not, and what is wrong; it may be one that is missing. */
    record Broken(long seq, String fault) implements AuditVerdict {}
}
