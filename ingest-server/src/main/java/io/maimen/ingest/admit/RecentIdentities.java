package io.maimen.ingest.admit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last identities the log has taken; only spares readers work, so forgetting one costs nothing. Thread-safe. */
final class RecentIdentities {
    private final int capacity;
    private final Set<String> identities = new LinkedHashSet<>();

    RecentIdentities(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean contains(String identity) {
        return identities.contains(identity);
    }

    /** To be called after the commit: before it, an identity would promise what is not durable yet. */
    synchronized void addAll(Collection<String> committed) {
        identities.addAll(committed);
        var oldest = identities.iterator();
        while (identities.size() > capacity) {
            oldest.next();
            oldest.remove();
        }
    }
}
