package io.maimen.driver.mapped;

import java.util.List;
import java.util.Map;

/** A piece of a mapping that remembers its line, 1 or more. */
sealed interface YamlNode {
    int line();

    /** One value. */
    record Text(String value, int line) implements YamlNode {
        @Override
        public String toString() {
            return value.isEmpty() ? "empty" : "'" + value + "'";
        }
    }

    /** {@code KEY: VALUE} lines, or a JSON object. */
    record Section(Map<String, YamlNode> entries, int line) implements YamlNode {
        @Override
        public String toString() {
            return "a section";
        }
    }

    /** {@code - ITEM} lines, or a JSON array. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        @Override
        public String toString() {
            return "a list";
        }
    }
}
