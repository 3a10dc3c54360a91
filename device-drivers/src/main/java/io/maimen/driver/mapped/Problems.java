package io.maimen.driver.mapped;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a mapping, so that a person mends it in one go. Confined to one thread. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(String code, String path, int line, String must, Object was) {
        lines.add(code + " " + path + " (line " + line + ") must " + must + " but was " + was);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Does nothing while there is no problem; else throws IllegalArgumentException with one line each. */
    void end() {
        if (!lines.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", lines));
        }
    }
}
