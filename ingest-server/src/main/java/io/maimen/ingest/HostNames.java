package io.maimen.ingest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under which names this server may be called. Stateless. */
final class HostNames {
    private HostNames() {}

    /** Those of this machine, and what the configuration adds. */
    static List<String> of(List<String> configured) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // A machine that does not know its own name is called by the others.
        }
        names.addAll(configured);
        return List.copyOf(names);
    }
}
