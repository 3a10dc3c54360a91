package io.maimen.driver.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/devices/mapped.md, word for word. */
class MappedPageTest {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "devices", "mapped.md");
    private static final Pattern BLOCK = Pattern.compile(
            "```(yaml)\n(.*?)```" + "|To `([^`]+)`:\n\n```[a-z]*\n(.*?)\n```\n\nis read as\n\n```\n(.*?)\n```",
            Pattern.DOTALL);

    @Test
    void everyMessageOfThePageIsReadAsThePageSays() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        String mapping = "";
        int messages = 0;
        while (block.find()) {
            if (block.group(1) != null) {
                mapping = block.group(2);
                continue;
            }
            assertEquals(block.group(5), Messages.read(Messages.sent(mapping, block.group(3), block.group(4))));
            messages++;
        }
        assertEquals(3, messages);
    }
}
