package io.maimen.simulator.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The refusals that the page has words of its own for, by {@code docs/error-codes.md}. */
final class ErrorCodes {
    private static final Path TABLE = Path.of(System.getProperty("maimen.home", ".."), "docs/error-codes.md");

    /** What the server answers, and who can do something about it is at the page. */
    private static final Pattern ROW = Pattern.compile("^\\| ((?:ALR|PKI|SRV)-\\d+) \\|.*\\| (?:caller|doctor) \\|");
    /** Others have to mend these, but the reader has to know that nothing was done. */
    private static final Set<String> NOT_THE_READERS_FAULT = Set.of("SRV-079", "SRV-116");

    private ErrorCodes() {}

    static Set<String> aReaderCanMeet() {
        try (var rows = Files.lines(TABLE)) {
            Set<String> codes = rows.map(ROW::matcher)
                    .filter(row -> row.find())
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            codes.addAll(NOT_THE_READERS_FAULT);
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
