package io.maimen.simulator.clinic;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.SimulatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir
    private Path directory;

    @Test
    void itIsReadyWhenItSaysSoAndItsWordsAreKept() throws Exception {
        try (ProcessGuard guard = new ProcessGuard()) {
            Program program = start("echo warming up; echo ready server http=x; exec cat", guard);
            assertEquals("ready server http=x", program.awaitReady());
            assertEquals(List.of("warming up", "ready server http=x"), Files.readAllLines(log()));
            program.kill();
            assertFalse(program.alive());
        }
    }

    @Test
    void aProgramThatDoesNotComeUpIsQuoted() throws Exception {
        try (ProcessGuard guard = new ProcessGuard()) {
            Program program = start("echo 'SRV-004 port must be free but was not' >&2; exit 2", guard);
            SimulatorException refusal = assertThrows(SimulatorException.class, program::awaitReady);
            assertEquals(
                    "SIM-032 server must start but it ended with code 2, saying: "
                            + "SRV-004 port must be free but was not",
                    refusal.getMessage());
        }
    }

    @Test
    void whenTheirParentIsGoneTheChildrenAreEnded() throws Exception {
        ProcessGuard guard = new ProcessGuard();
        Program deaf = start("trap '' TERM; echo ready deaf; while :; do read -r line; done", guard);
        Program polite = start("echo ready polite; exec cat", guard);
        deaf.awaitReady();
        polite.awaitReady();
        // What the death of this process does: the pipe to the guard ends.
        guard.close();
        assertTrue(polite.awaitEnd(Duration.ofSeconds(20)));
        assertTrue(deaf.awaitEnd(Duration.ofSeconds(20)));
    }

    @Test
    void theGuardForgetsAProgramThatEndedByItself() throws Exception {
        ProcessGuard guard = new ProcessGuard();
        Program brief = start("echo ready brief", guard);
        Program steady = start("echo ready steady; exec cat", guard);
        brief.awaitReady();
        steady.awaitReady();
        assertTrue(brief.awaitEnd(Duration.ofSeconds(20)));
        guard.close();
        await().until(() -> !steady.alive());
    }

    private Program start(String script, ProcessGuard guard) throws Exception {
        return Program.start("server", List.of("/bin/sh", "-c", script), log(), guard);
    }

    private Path log() {
        return directory.resolve("server.log");
    }
}
