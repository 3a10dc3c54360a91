package io.maimen.alerting.pack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Alerts name their rule by id, so no two rules of a pack may share one. Confined to one reader. */
final class UniqueIds {
    private final Map<String, Integer> lines = new HashMap<>();

    Optional<String> read(PackField field) {
        Optional<String> id = field.name();
        id.map(name -> lines.putIfAbsent(name, field.line()))
                .ifPresent(first -> field.refuse("PACK-011", "be an id of its own, line " + first + " has it already"));
        return id;
    }
}
