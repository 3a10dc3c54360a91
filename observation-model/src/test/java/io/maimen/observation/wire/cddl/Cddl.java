package io.maimen.observation.wire.cddl;

import java.util.Map;

/**
 * A specification in CDDL: named types, of which any item can be asked whether it is one.
 *
 * <p>The subset: choices, ranges, text and integer literals, {@code int uint bytes tstr bool any}, maps and arrays with
 * occurrences, tags, {@code .size .regexp .cbor}. Anything else is refused when the text is parsed.
 */
public final class Cddl {
    private final Map<String, CddlType> rules;

    Cddl(Map<String, CddlType> rules) {
        this.rules = Map.copyOf(rules);
    }

    public static Cddl parse(String text) {
        return new CddlParser(text).parse();
    }

    /** Whether {@code bytes} are one item of the rule {@code name}. */
    public boolean accepts(String name, byte[] bytes) {
        return rules.get(name).matches(CborReader.read(bytes));
    }
}
