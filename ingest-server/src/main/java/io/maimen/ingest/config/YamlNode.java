package io.maimen.ingest.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file with the line it stands on (from 1), so that a refusal can say where. Immutable. */
sealed interface YamlNode {
    int line();

    /** What a person would call it in an error text. */
    String shown();

    /** A text, number or truth value as written; empty for nothing after the colon. */
    record Scalar(String text, int line) implements YamlNode {
        @Override
        public String shown() {
            return text.isEmpty() ? "empty" : text;
        }
    }

    /** Fields in the order of the file. */
    record Mapping(Map<String, YamlNode> fields, int line) implements YamlNode {
        public Mapping {
            fields = new LinkedHashMap<>(fields);
        }

        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }
}
