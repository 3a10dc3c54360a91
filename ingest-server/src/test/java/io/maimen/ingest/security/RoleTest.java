package io.maimen.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/people.md, held against the program. */
class RoleTest {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "people.md");

    @Test
    void whoMayWhatIsAsDocumented() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .filter(line -> Stream.of(Role.values()).anyMatch(role -> line.startsWith("| `" + role.text() + "` |")))
                .map(line -> line.substring(0, line.lastIndexOf("|", line.length() - 2) + 1))
                .toList();
        List<String> actual = Stream.of(Role.values())
                .map(role -> "| `" + role.text() + "` | yes | " + word(role, Right.TREAT) + " | "
                        + word(role, Right.REVIEW_SECOND) + " | " + word(role, Right.MANAGE) + " |")
                .toList();
        assertEquals(actual, documented);
    }

    private static String word(Role role, Right right) {
        return role.may(right) ? "yes" : "no";
    }

    @Test
    void everyRoleIsReadAsItIsWritten() {
        for (Role role : Role.values()) {
            assertEquals(role, Role.find(role.text()).orElseThrow());
        }
        assertEquals(List.of(), Role.find("nurse").stream().toList());
    }
}
