package io.maimen.gateway.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One mapping of the file while it is read. A mistake is noted and the reading goes on; whatever is empty although it was
 * required has a problem noted. Confined to one thread.
 */
final class Section {
    private final String path;
    private final YamlNode.Mapping node;
    private final Problems problems;
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, YamlNode node, Problems problems) {
        this.path = path;
        this.problems = problems;
        if (node instanceof YamlNode.Mapping mapping) {
            this.node = mapping;
        } else {
            problems.add("CFG-005", named(path), node.line(), "be a section", node.described(), "KEY: VALUE lines");
            this.node = new YamlNode.Mapping(Map.of(), node.line());
        }
    }

    <T> Optional<T> required(String key, Kind<T> kind) {
        Optional<YamlNode> found = find(key);
        if (found.isEmpty()) {
            problems.add("CFG-004", at(key), node.line(), "be set", "missing", kind.accepted());
        }
        return found.flatMap(value -> parsed(key, value, kind));
    }

    <T> Optional<T> optional(String key, Kind<T> kind) {
        return find(key).flatMap(value -> parsed(key, value, kind));
    }

    <T> T optional(String key, Kind<T> kind, T standard) {
        return optional(key, kind).orElse(standard);
    }

    /** The section under a key; an empty one, whose required keys are then missed, when there is none. */
    Section requiredSection(String key) {
        return optionalSection(key).orElseGet(() -> emptySection(key));
    }

    Section emptySection(String key) {
        return new Section(at(key), new YamlNode.Mapping(Map.of(), node.line()), problems);
    }

    Optional<Section> optionalSection(String key) {
        return find(key).map(value -> new Section(at(key), value, problems));
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        find(key).ifPresent(value -> {
            if (value instanceof YamlNode.Sequence list) {
                list.items()
                        .forEach(item ->
                                sections.add(new Section(at(key) + "[" + sections.size() + "]", item, problems)));
            } else {
                problems.add("CFG-005", at(key), value.line(), "be a list", value.described(), "- { … } lines");
            }
        });
        return sections;
    }

    /** All entries as text: a section whose keys are somebody else's to know. */
    Map<String, String> texts(Kind<String> kind) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.entries().keySet().forEach(key -> required(key, kind).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    void alsoKnown(String... keys) {
        known.addAll(List.of(keys));
    }

    /** Comes last: every key nobody asked for is a mistake, most often in typing. */
    void end() {
        node.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                problems.add(
                        "CFG-003",
                        at(key),
                        value.line(),
                        "be a known setting",
                        "'" + key + "'",
                        String.join(", ", known));
            }
        });
    }

    void refuse(String code, String key, String must, String accepted) {
        YamlNode value = find(key).orElse(node);
        problems.add(code, at(key), value.line(), must, value == node ? "missing" : value.described(), accepted);
    }

    /** Whether a key is there, whatever it holds. */
    boolean has(String key) {
        return find(key).isPresent();
    }

    private Optional<YamlNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(node.entries().get(key));
    }

    private <T> Optional<T> parsed(String key, YamlNode value, Kind<T> kind) {
        if (value instanceof YamlNode.Text text) {
            try {
                return Optional.of(kind.parse().apply(text.value()));
            } catch (RuntimeException e) {
                // Whatever a parser throws about a text, it means that the text is not of this kind.
                problems.add(
                        "CFG-005", at(key), value.line(), "be " + kind.accepted(), text.described(), kind.accepted());
                return Optional.empty();
            }
        }
        problems.add("CFG-005", at(key), value.line(), "be one value", value.described(), kind.accepted());
        return Optional.empty();
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String named(String path) {
        return path.isEmpty() ? "file" : path;
    }
}
