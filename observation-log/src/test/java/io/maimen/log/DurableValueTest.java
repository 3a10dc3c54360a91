package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogException.Reason;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.log.simulated.SimulatedDisk.Failure;
import io.maimen.log.simulated.UnsyncedDisk;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DurableValueTest {
    private static final String NAME = "uplink.cursor";

    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final CursorFile cursor = new CursorFile(disk, NAME);

    @Test
    void nothingSavedIsEmpty() throws LogException {
        assertEquals(Optional.empty(), cursor.load());
    }

    @Test
    void lastSavedPositionIsLoadedAlsoAfterAPowerCut() throws LogException {
        cursor.save(LogPosition.of(7));
        cursor.save(LogPosition.of(8));
        disk.restart();
        assertEquals(Optional.of(LogPosition.of(8)), cursor.load());
    }

    @Test
    void valueOfAnyLengthIsReadBack() throws LogException {
        DurableValue value = new DurableValue(disk, "value");
        value.write(new byte[0]);
        assertArrayEquals(new byte[0], value.read().orElseThrow());
        value.write(new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, value.read().orElseThrow());
    }

    @Test
    void powerCutAtAnyMomentLeavesTheOldOrTheNewPosition() throws LogException {
        for (long seed = 0; seed < 500; seed++) {
            Optional<LogPosition> found = savedDuringPowerCut(new SimulatedDisk(seed), seed);
            assertTrue(found.isPresent(), "seed " + seed);
        }
    }

    /** The check is checked: without fsync the position does get lost. */
    @Test
    void withoutFsyncThePositionIsLostForSomeSeeds() throws LogException {
        int lost = 0;
        for (long seed = 0; seed < 500; seed++) {
            SimulatedDisk power = new SimulatedDisk(seed);
            CursorFile unsynced = new CursorFile(new UnsyncedDisk(power), NAME);
            unsynced.save(LogPosition.of(7));
            power.restart();
            lost += unsynced.load().isEmpty() ? 1 : 0;
        }
        assertTrue(lost > 50, "must be lost for many seeds but was for " + lost);
    }

    @Test
    void anyFlippedBitMakesTheValueEmptyNeverWrong() throws IOException {
        cursor.save(LogPosition.of(7));
        long bits = Byte.SIZE * sizeOf(NAME);
        for (long bit = 0; bit < bits; bit++) {
            disk.flipBit(NAME, bit);
            assertEquals(Optional.empty(), cursor.load());
            disk.flipBit(NAME, bit);
        }
        assertEquals(Optional.of(LogPosition.of(7)), cursor.load());
    }

    @Test
    void fullDiskIsSaidAndTheOldPositionStays() throws LogException {
        cursor.save(LogPosition.of(7));
        disk.setCapacity(20);
        LogException refused = assertThrows(LogException.class, () -> cursor.save(LogPosition.of(8)));
        assertEquals(Reason.NO_SPACE, refused.reason());
        assertEquals(Optional.of(LogPosition.of(7)), cursor.load());
        disk.setCapacity(1000);
        cursor.save(LogPosition.of(9));
        assertEquals(Optional.of(LogPosition.of(9)), cursor.load());
    }

    /** Saves 7, then 8 while the power goes at one of the operations in turn. */
    private static Optional<LogPosition> savedDuringPowerCut(SimulatedDisk disk, long seed) throws LogException {
        CursorFile cursor = new CursorFile(disk, NAME);
        cursor.save(LogPosition.of(7));
        disk.failOperation(disk.operations() + seed % 7, Failure.POWER);
        boolean saved = true;
        try {
            cursor.save(LogPosition.of(8));
        } catch (LogException powerCut) {
            saved = false;
        }
        disk.restart();
        LogPosition oldest = LogPosition.of(saved ? 8 : 7);
        return cursor.load().filter(found -> found.compareTo(oldest) >= 0);
    }

    private long sizeOf(String name) throws IOException {
        try (DiskFile file = disk.open(name)) {
            return file.size();
        }
    }
}
