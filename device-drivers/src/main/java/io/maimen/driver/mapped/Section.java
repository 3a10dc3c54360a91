package io.maimen.driver.mapped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One section of a mapping while it is read. A mistake is noted and the reading goes on; whatever is empty although it was
 * required has a problem noted. Confined to one thread.
 */
final class Section {
    private final String path;
    private final YamlNode.Section node;
    private final Problems problems;
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, YamlNode node, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof YamlNode.Section section) {
            this.node = section;
        } else {
            problems.add("MAP-005", path, node.line(), "be KEY: VALUE lines", node);
            this.node = new YamlNode.Section(Map.of(), node.line());
        }
    }

    /**
     * What one value may be.
     *
     * @param accepted in a person's words
     * @param parse throws a RuntimeException for what it does not accept
     */
    record Kind<T>(String accepted, Function<String, T> parse) {
        /** Empty for a text that is not of this kind. */
        Optional<T> read(String text) {
            try {
                return Optional.of(parse.apply(text));
            } catch (RuntimeException e) {
                return Optional.empty(); // whatever a parser throws about a text, it means just that
            }
        }
    }

    <T> Optional<T> required(String key, Kind<T> kind) {
        Optional<YamlNode> found = find(key);
        if (found.isEmpty()) {
            problems.add("MAP-004", at(key), node.line(), "be " + kind.accepted(), "missing");
        }
        return found.flatMap(value -> parsed(at(key), value, kind));
    }

    <T> Optional<T> optional(String key, Kind<T> kind) {
        return find(key).flatMap(value -> parsed(at(key), value, kind));
    }

    /** The section under a key; empty where the key is not there. */
    Optional<Section> section(String key) {
        return find(key).map(value -> new Section(at(key), value, problems));
    }

    /** Whether a key holds one value, or is not there. */
    boolean isText(String key) {
        return find(key).stream().allMatch(YamlNode.Text.class::isInstance);
    }

    /** The sections of a list; none where the key is not there. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        items(key).forEach(item -> sections.add(new Section(at(key) + "[" + sections.size() + "]", item, problems)));
        return sections;
    }

    /** The values of a list; none where the key is not there. */
    <T> List<T> values(String key, Kind<T> kind) {
        List<T> values = new ArrayList<>();
        items(key).forEach(item -> parsed(at(key), item, kind).ifPresent(values::add));
        return values;
    }

    /** All entries: a section whose keys are the device's words. */
    <T> Map<String, T> entries(Kind<T> kind) {
        Map<String, T> entries = new LinkedHashMap<>();
        node.entries().keySet().forEach(key -> required(key, kind).ifPresent(value -> entries.put(key, value)));
        return entries;
    }

    /** Comes last: every key nobody asked for is a mistake, most often in typing. */
    void end() {
        node.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(
                        "MAP-003", at(key), value.line(), "be one of " + String.join(", ", known), "'" + key + "'");
            }
        });
    }

    void refuse(String code, String key, String must) {
        YamlNode value = find(key).orElse(node);
        problems.add(code, at(key), value.line(), must, value == node ? "missing" : value);
    }

    private List<YamlNode> items(String key) {
        Optional<YamlNode> found = find(key);
        if (found.isPresent() && found.get() instanceof YamlNode.Sequence list) {
            return list.items();
        }
        found.ifPresent(value -> problems.add("MAP-005", at(key), value.line(), "be a list", value));
        return List.of();
    }

    private Optional<YamlNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(node.entries().get(key));
    }

    private <T> Optional<T> parsed(String place, YamlNode value, Kind<T> kind) {
        Optional<T> parsed = value instanceof YamlNode.Text text ? kind.read(text.value()) : Optional.empty();
        if (parsed.isEmpty()) {
            problems.add("MAP-005", place, value.line(), "be " + kind.accepted(), value);
        }
        return parsed;
    }

    private String at(String key) {
        return path + "." + key;
    }
}
