package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoTerminalTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @BeforeEach
    void needsSocat() {
        assumeTrue(Files.exists(Path.of("/usr/bin/socat")), "socat must be installed but is not");
    }

    @Test
    void aGatewayMayGoAndComeBack() throws Exception {
        Path link = directory.resolve("analyser");
        try (PseudoTerminal line = PseudoTerminal.open(link)) {
            for (int visit = 0; visit < 3; visit++) {
                // A closed file is what a killed gateway leaves behind.
                try (RandomAccessFile gateway = new RandomAccessFile(link.toFile(), "rw")) {
                    line.write(Frame.ENQ);
                    assertEquals(Frame.ENQ, gateway.read());
                    gateway.write(Frame.ACK);
                    assertEquals(OptionalInt.of(Frame.ACK), line.read(LONG));
                }
            }
        }
    }

    @Test
    void aLineThatCannotBeMadeSaysWhatToDo() {
        SimulatorException refusal = assertThrows(
                SimulatorException.class, () -> PseudoTerminal.open(directory.resolve("no/such/directory/analyser")));
        assertTrue(refusal.getMessage().startsWith("SIM-020"), refusal.getMessage());
    }

    @Test
    void aLineThatIsGoneIsNotSilence() throws Exception {
        PseudoTerminal line = PseudoTerminal.open(directory.resolve("analyser"));
        line.close();
        IOException gone = assertThrows(IOException.class, () -> line.read(LONG));
        assertTrue(gone.getMessage().startsWith("SIM-021"), gone.getMessage());
    }
}
