package io.maimen.alerting.pack;

import java.util.List;
import java.util.Map;

/** A piece of a YAML file that knows its line, counted from 1. Scalars stay as written: 18.0182 is never rounded. */
sealed interface YamlNode {
    int line();

    record Scalar(int line, String text) implements YamlNode {}

    record Mapping(int line, Map<String, YamlNode> fields) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** What to call it in an error: the text itself, or the shape. */
    default String describe() {
        if (this instanceof Scalar scalar) {
            return scalar.text().isEmpty() ? "nothing" : "'" + scalar.text() + "'";
        }
        return this instanceof Mapping ? "a mapping" : "a list";
    }
}
