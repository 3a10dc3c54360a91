package io.maimen.simulator.page;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The page's files as they lie in the sources. */
final class PageSource {
    static final Path ROOT =
            Path.of(System.getProperty("maimen.home", ".."), "ingest-server/src/main/resources/io/maimen/ingest/web");

    /** A script's file name and text. */
    record Script(String name, String text) {}

    private PageSource() {}

    static List<Script> scripts() {
        try (Stream<Path> files = Files.list(ROOT.resolve("app"))) {
            return files.sorted()
                    .map(file -> new Script(file.getFileName().toString(), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The catalogue of a language, {@code zh} or {@code en}: key to text. */
    static Map<String, String> catalogue(String language) {
        Map<String, String> texts = new TreeMap<>();
        new JsonObject(read(ROOT.resolve("texts").resolve(language + ".json")))
                .forEach(entry -> texts.put(entry.getKey(), (String) entry.getValue()));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
