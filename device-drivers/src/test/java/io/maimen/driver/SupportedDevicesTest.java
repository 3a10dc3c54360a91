package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/supported-devices.md says what the drivers say. */
class SupportedDevicesTest {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "supported-devices.md");
    private static final Path MADE = Path.of("target", "supported-devices.md");
    private static final String HEAD = """
            | driver | devices | connection | acknowledgement | specification | evidence |
            |---|---|---|---|---|---|
            """;

    @Test
    void thePageIsMadeOfWhatTheDriversSay() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(HEAD);
        int to = page.indexOf("\n\n", from);
        String made = page.substring(0, from) + table() + page.substring(to + 1);
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);
        assertEquals(made, page, "a driver's description changed: copy " + MADE + " over " + PAGE);
    }

    private static String table() {
        return DriverCatalogue.installed().drivers().stream()
                .map(SupportedDevicesTest::row)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(DeviceDriver driver) {
        DriverDescription says = driver.description();
        String acknowledgement =
                driver.acknowledgementClass() + (says.acknowledgement().isEmpty() ? "" : ": " + says.acknowledgement());
        return "| `"
                + String.join(
                        " | ",
                        driver.ref().name() + "`",
                        says.devices(),
                        says.connection(),
                        acknowledgement,
                        says.specification(),
                        says.evidence())
                + " |\n";
    }
}
