package io.maimen.simulator.device.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.SimulatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateBusTest {
    @TempDir
    private Path directory;

    @Test
    void theBusIsThereAndLeavesNothingBehind() throws Exception {
        Path socket = directory.resolve("bus");
        try (PrivateBus bus = PrivateBus.start(socket)) {
            assertEquals("unix:path=" + socket, bus.address());
            assertTrue(Files.exists(socket));
        }
        assertFalse(Files.exists(socket));
    }

    @Test
    void aPathThatIsTooLongForASocketIsRefused() {
        SimulatorException refused =
                assertThrows(SimulatorException.class, () -> PrivateBus.start(directory.resolve("long".repeat(30))));
        assertTrue(refused.getMessage().startsWith("SIM-022"), refused.getMessage());
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        assertThrows(SimulatorException.class, () -> PrivateBus.start(directory.resolve("absent/bus")));
    }

    @Test
    void theNameOfBluezIsHadOnce() throws Exception {
        try (PrivateBus bus = PrivateBus.start(directory.resolve("bus"));
                VirtualBluez first = VirtualBluez.start(bus.address(), "hci0")) {
            assertFalse(first.discovering());
            assertThrows(SimulatorException.class, () -> VirtualBluez.start(bus.address(), "hci0"));
        }
    }
}
