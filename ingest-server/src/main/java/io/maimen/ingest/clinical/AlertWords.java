package io.maimen.ingest.clinical;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of docs/api.md for an alert's enumerations: {@code first-reviewed}. Stateless. */
public final class AlertWords {
    private AlertWords() {}

    /** The word of a value. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value a word stands for; empty where the word is none of them. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> values, String word) {
        return Stream.of(values.getEnumConstants())
                .filter(value -> of(value).equals(word))
                .findFirst();
    }
}
