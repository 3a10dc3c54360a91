package io.maimen.simulator.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What went wrong, thing by thing: the first few for the screen, all of them in a file. Immutable. */
public record Findings(List<String> lines) {
    private static final int ON_SCREEN = 10;

    public Findings {
        lines = List.copyOf(lines);
    }

    /** Tells {@code screen} and, when there is anything, writes {@code findings.txt} into {@code directory}. */
    public void tell(Path directory, Consumer<String> screen) throws IOException {
        lines.stream().limit(ON_SCREEN).forEach(screen);
        if (!lines.isEmpty()) {
            Path file = directory.resolve("findings.txt");
            Files.write(file, lines);
            screen.accept(lines.size() + " findings are in " + file + "; journals and logs are beside it");
        }
    }
}
