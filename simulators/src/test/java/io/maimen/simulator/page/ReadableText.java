package io.maimen.simulator.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges what a reader reads: only the chosen language, and words instead of keys. */
final class ReadableText {
    private static final Map<String, Map<String, String>> CATALOGUES =
            Map.of("zh", PageSource.catalogue("zh"), "en", PageSource.catalogue("en"));
    private static final Pattern FILLED_IN = Pattern.compile("\\{\\w+}|\\|");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int SHORTEST_TELLING = 4;
    /** The product, and the way to the other language, which is named in that language. */
    private static final Set<String> NAMES = Set.of("brand", "language.other");

    private ReadableText() {}

    /** Words of the other language's catalogue, and keys of any; empty when the text is as it should be. */
    static List<String> strangersIn(String text, String language) {
        Stream<String> keys = CATALOGUES.get(language).keySet().stream().filter(key -> key.contains("."));
        Stream<String> words = wordsOnlyIn(language.equals("zh") ? "en" : "zh").stream();
        return Stream.concat(keys, words)
                .filter(stranger -> standsIn(text, stranger))
                .sorted()
                .toList();
    }

    /** The pieces between placeholders that this language has and the other has not. */
    private static Set<String> wordsOnlyIn(String language) {
        Set<String> others = pieces(language.equals("zh") ? "en" : "zh");
        return pieces(language).stream()
                .filter(piece -> !others.contains(piece))
                .filter(piece -> language.equals("zh") ? HAN.matcher(piece).find() : piece.length() >= SHORTEST_TELLING)
                .collect(Collectors.toSet());
    }

    private static Set<String> pieces(String language) {
        return CATALOGUES.get(language).entrySet().stream()
                .filter(entry -> !NAMES.contains(entry.getKey()))
                .flatMap(entry -> FILLED_IN.splitAsStream(entry.getValue()))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static boolean standsIn(String text, String stranger) {
        return Pattern.compile("(?<![A-Za-z0-9-])" + Pattern.quote(stranger) + "(?![A-Za-z0-9-])")
                .matcher(text)
                .find();
    }
}
