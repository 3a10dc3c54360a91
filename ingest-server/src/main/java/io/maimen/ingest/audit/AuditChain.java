package io.maimen.ingest.audit;

import java.util.Iterator;
import java.util.Optional;

/** Checks a chain from its first entry to the head that was signed. Stateless. */
final class AuditChain {
    private AuditChain() {}

    /**
     * Reads the chain once and stops at the first entry that is not as it was written.
     *
     * @param entries by rising number
     * @param signed read before the entries: a server that runs may have added some since
     */
    static AuditVerdict check(Iterator<AuditEntry> entries, Optional<AuditHead> signed) {
        AuditHead last = AuditHead.GENESIS;
        while (entries.hasNext()) {
            AuditEntry entry = entries.next();
            Optional<String> fault = fault(entry, last, signed);
            if (fault.isPresent()) {
                return new AuditVerdict.Broken(Math.min(entry.seq(), last.seq() + 1), fault.get());
            }
            last = entry.head();
        }
        return end(last, signed);
    }

    private static Optional<String> fault(AuditEntry entry, AuditHead last, Optional<AuditHead> signed) {
        if (entry.seq() != last.seq() + 1) {
            return Optional.of(
                    "must be there but the next one is " + entry.seq() + ": entries were taken out or put in");
        }
        if (!entry.computedHash().equals(entry.hash())) {
            return Optional.of("must be as it was written but was changed");
        }
        if (!entry.previousHash().equals(last.hash())) {
            return Optional.of("must link to the entry before it but does not: one of the two was written anew");
        }
        boolean rewritten = signed.filter(head -> head.seq() == entry.seq())
                .filter(head -> !head.hash().equals(entry.hash()))
                .isPresent();
        return rewritten
                ? Optional.of("must be the one that was signed but is another: the entries up to it were written anew")
                : Optional.empty();
    }

    private static AuditVerdict end(AuditHead last, Optional<AuditHead> signed) {
        if (signed.isEmpty()) {
            return new AuditVerdict.Broken(
                    last.seq() + 1, "cannot be excluded: the signed head must be there but is gone or forged");
        }
        if (signed.get().seq() > last.seq()) {
            return new AuditVerdict.Broken(
                    last.seq() + 1,
                    "must be there but is not: entries up to " + signed.get().seq() + " were signed and are gone");
        }
        return new AuditVerdict.Whole(last.seq(), last.hash());
    }
}
