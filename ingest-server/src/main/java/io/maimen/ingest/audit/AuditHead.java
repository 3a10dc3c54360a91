package io.maimen.ingest.audit;

/**
 * The end of the chain at some moment: whoever knows it can tell that nothing up to it was changed or taken away.
 *
 * @param seq the number of the last entry; 0 before the first
 * @param hash that entry's hash, 64 hex digits
 */
record AuditHead(long seq, String hash) {
    /** Before the first entry. */
    static final AuditHead GENESIS = new AuditHead(0, Sha256.hex("maimen-audit-v1"));
    /** Stands for a signed head that is gone or forged. Nothing links to it, so the chain stays broken where it happened. */
    static final AuditHead LOST = new AuditHead(0, Sha256.hex("maimen-audit-head-lost"));
}
