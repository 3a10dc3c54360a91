package io.maimen.gateway.config;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that remembers its line, 1 or more. */
sealed interface YamlNode {
    int line();

    /** What it is, in a person's words. */
    String described();

    record Text(String value, int line) implements YamlNode {
        @Override
        public String described() {
            return value.isEmpty() ? "empty" : "'" + value + "'";
        }
    }

    record Mapping(Map<String, YamlNode> entries, int line) implements YamlNode {
        @Override
        public String described() {
            return "a section";
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        @Override
        public String described() {
            return "a list";
        }
    }
}
