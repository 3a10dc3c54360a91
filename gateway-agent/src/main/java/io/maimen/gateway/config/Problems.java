package io.maimen.gateway.config;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a file, so that a person mends it in one go. Confined to one thread. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    /** {@code CODE path (line N) must X but was Y; accepted: Z}. */
    void add(String code, String path, int line, String must, String was, String accepted) {
        lines.add(code + " " + path + " (line " + line + ") must " + must + " but was " + was + "; accepted: "
                + accepted);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
