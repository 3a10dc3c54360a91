package io.maimen.observation.wire;

import io.maimen.observation.wire.cddl.Cddl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/wire.md as its readers see it: the specification and the worked example are taken from the page itself. */
final class WireDocument {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "wire.md");

    private WireDocument() {}

    static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("docs/wire.md must be readable", e);
        }
    }

    /** The rules of all its blocks together. */
    static Cddl cddl() {
        return Cddl.parse(blocks("cddl"));
    }

    /** The bytes of its example, without the annotations. */
    static byte[] example() {
        return HexFormat.of().parseHex(blocks("hex").replaceAll("#.*", "").replaceAll("\\s", ""));
    }

    private static String blocks(String language) {
        Matcher blocks = Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text());
        return blocks.results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
    }
}
