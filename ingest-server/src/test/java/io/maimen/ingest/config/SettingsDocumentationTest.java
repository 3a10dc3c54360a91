package io.maimen.ingest.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/server.md is for those who cannot read the program; so the program reads it. */
class SettingsDocumentationTest {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "server.md");

    @Test
    void theTableOfSettingsIsTheProgramsOwn() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| (server|gateways|rules)[.\\[].*"))
                .map(line -> line.substring(0, endOfFourthCell(line)))
                .toList();
        List<String> actual = Arrays.stream(Setting.values())
                .map(setting -> "| " + setting.path() + " | " + setting.accepted() + " | " + setting.unit() + " | "
                        + setting.defaultValue().orElse("required") + " |")
                .toList();
        assertEquals(actual, documented);
    }

    private static int endOfFourthCell(String line) {
        int end = 0;
        for (int i = 0; i < 4; i++) {
            end = line.indexOf(" |", end + 1);
        }
        return end + 2;
    }
}
