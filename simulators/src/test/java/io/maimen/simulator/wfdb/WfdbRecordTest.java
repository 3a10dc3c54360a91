package io.maimen.simulator.wfdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.simulator.SimulatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WfdbRecordTest {
    private static final Path RECORD_208 = Path.of(System.getProperty("maimen.home", ".."), "../shared/ecg/mitdb/208");

    @TempDir
    private Path directory;

    @Test
    void theFirstOfTwoInterleavedSignalsComesInMillivolts() throws Exception {
        Files.writeString(directory.resolve("r.hea"), "r 2 360 2\r\nr.dat 16 200 16 1024\r\nr.dat 16 200 16 1024\r\n");
        Files.write(directory.resolve("r.dat"), new byte[] {
            0x00,
            0x04, // first signal: 1024, the baseline: 0 mV
            0x11,
            0x11, // second signal, not asked for
            (byte) 0xC8,
            0x04, // first signal: 1224, one millivolt above
            0x22,
            0x22
        });
        WfdbRecord record = WfdbRecord.read(directory.resolve("r"));
        assertArrayEquals(new double[] {0, 1}, record.millivolts());
        assertEquals(360, record.rateHz());
    }

    @Test
    void aRecordThatIsNotThereIsRefusedWithItsCode() {
        SimulatorException refusal =
                assertThrows(SimulatorException.class, () -> WfdbRecord.read(directory.resolve("absent")));
        assertTrue(refusal.getMessage().startsWith("SIM-010"), refusal.getMessage());
    }

    @Test
    void theMitBihRecord208HasItsPublishedBegin() throws Exception {
        assumeTrue(
                Files.exists(RECORD_208.resolveSibling("208.dat")),
                "the MIT-BIH records must be beside the project at ../shared/ecg/mitdb but are not");
        WfdbRecord record = WfdbRecord.read(RECORD_208);
        assertEquals(650_000, record.millivolts().length);
        // The header names the first sample of the first signal: 1003 units, baseline 1024, 200 units a millivolt.
        assertEquals((1003 - 1024) / 200.0, record.millivolts()[0], 1e-9);
        assertEquals("MLII", record.description());
    }
}
