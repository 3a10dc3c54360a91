package io.maimen.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.time.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulatorMainTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "simulate", "simulate toaster", "simulate analyser --device AN-0001", "dance"})
    void whatCannotBeDoneIsRefusedInOneLine(String arguments) {
        assertEquals(2, execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertTrue(err.toString().startsWith("CLI-010"), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void aSummaryForMachinesBelongsToARunWithoutPeople() {
        assertEquals(2, execute("demo", "--seconds=1", "--record=mitdb/208", "--directory=x", "--json"));
        assertTrue(err.toString().contains("--json goes with --headless"), err.toString());
    }

    @Test
    void aRunWithoutKillsIsRefused() {
        assertEquals(2, execute("faults", "--kills=0", "--seed=1"));
        assertTrue(err.toString().contains("--kills must be 1 or more"), err.toString());
    }

    @Test
    void aRecordThatIsNotThereIsBadInput() {
        int code = execute(
                "simulate",
                "ecg-patch",
                "--device=ECG-0001",
                "--gateway-port=1",
                "--username=ECG-0001",
                "--password=x",
                "--seconds=1",
                "--stream=3",
                "--journal=" + directory.resolve("journal.jsonl"),
                "--record=" + directory.resolve("absent"));
        assertEquals(2, code);
        assertTrue(err.toString().startsWith("SIM-010"), err.toString());
    }

    private int execute(String... arguments) {
        CommandLine command = SimulatorMain.commandLine(new SettableClock(Instant.EPOCH));
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(new StringWriter(), true));
        return command.execute(arguments);
    }
}
