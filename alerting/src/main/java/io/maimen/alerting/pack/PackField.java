package io.maimen.alerting.pack;

import io.maimen.observation.code.BilingualText;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A place in a pack file. Asking it for a value either gives one or leaves a problem behind; a place that is missing was
 * reported by {@link #fields} and stays silent.
 */
record PackField(String path, int line, Optional<YamlNode> node, PackProblems problems) {

    /** Checks that this is a mapping with all {@code required} fields and none but {@code optional} ones beside. */
    void fields(List<String> required, List<String> optional) {
        if (node.isEmpty()) {
            return;
        }
        if (!(node.get() instanceof YamlNode.Mapping mapping)) {
            refuse("PACK-001", "be a mapping of " + String.join(", ", required));
            return;
        }
        Set<String> present = mapping.fields().keySet();
        for (String name : present) {
            if (!required.contains(name) && !optional.contains(name)) {
                String accepted = String.join(", ", required) + (optional.isEmpty() ? "" : ", ");
                problems.add(
                        "PACK-002",
                        mapping.fields().get(name).line(),
                        child(name),
                        "be one of " + accepted + String.join(", ", optional),
                        "'" + name + "'");
            }
        }
        required.stream()
                .filter(name -> !present.contains(name))
                .forEach(name -> problems.add("PACK-003", line, child(name), "be given", "missing"));
    }

    /** A field of this mapping, which may be missing. */
    PackField get(String name) {
        Optional<YamlNode> found = node.filter(YamlNode.Mapping.class::isInstance)
                .map(mapping -> ((YamlNode.Mapping) mapping).fields().get(name));
        return new PackField(child(name), found.map(YamlNode::line).orElse(line), found, problems);
    }

    /** The items of this list. */
    List<PackField> items() {
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Sequence sequence)
                || sequence.items().isEmpty()) {
            refuse("PACK-001", "be a list with at least one item");
            return List.of();
        }
        List<YamlNode> items = sequence.items();
        return IntStream.range(0, items.size())
                .mapToObj(i ->
                        new PackField(path + "[" + i + "]", items.get(i).line(), Optional.of(items.get(i)), problems))
                .toList();
    }

    boolean isGiven() {
        return node.isPresent();
    }

    /**
     * The scalar as {@code T}.
     *
     * @param code of the problem when {@code parse} throws an IllegalArgumentException or DateTimeException
     * @param mustBe what must hold, with the accepted values
     */
    <T> Optional<T> as(String code, String mustBe, Function<String, T> parse) {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            try {
                return Optional.of(parse.apply(scalar.text()));
            } catch (IllegalArgumentException | DateTimeException e) {
                refuse(code, mustBe);
                return Optional.empty();
            }
        }
        refuse(code, mustBe);
        return Optional.empty();
    }

    Optional<String> text() {
        return as("PACK-004", "be a text", text -> text);
    }

    /** A name that other things refer to. */
    Optional<String> name() {
        return as("PACK-004", "be 1 to 40 letters, digits, '-' or '.', beginning with a letter or digit", text -> {
            if (!text.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,39}")) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    Optional<BilingualText> bilingual() {
        fields(List.of("zh", "en"), List.of());
        Optional<String> zh = get("zh").text();
        Optional<String> en = get("en").text();
        return zh.flatMap(chinese -> en.map(english -> new BilingualText(chinese, english)));
    }

    /** A time span above nothing. */
    Optional<Duration> duration() {
        return as("PACK-014", "be an ISO 8601 duration above 0, such as PT15M", text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    /** Reports that what stands here is not what must hold. */
    void refuse(String code, String mustBe) {
        refuse(code, mustBe, node.map(YamlNode::describe).orElse("missing"));
    }

    void refuse(String code, String mustBe, String found) {
        problems.add(code, line, path, mustBe, found);
    }

    private String child(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
