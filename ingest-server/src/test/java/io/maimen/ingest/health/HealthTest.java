package io.maimen.ingest.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.follow.LogFollower;
import io.maimen.ingest.follow.RememberingReader;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Measurements.NOON);
    private final SimulatedDisk disk = new SimulatedDisk(1);
    private final RememberingReader reader = new RememberingReader(LogPosition.ZERO);
    private ObservationLog log;
    private LogFollower follower;
    private Admission admission;

    @BeforeEach
    void open() throws LogException {
        log = SegmentLog.open(disk, SegmentLogOptions.defaults());
        follower = LogFollower.start(log, reader);
        admission = new Admission(log, clock, anyone -> Optional.empty(), follower::wake);
    }

    @AfterEach
    void close() {
        follower.close();
        log.close();
    }

    @Test
    void greenHasNoReasons() {
        HealthReport report = health(0).report();
        assertEquals(HealthState.GREEN, report.state(), report.reasons().toString());
        assertEquals(List.of(), report.reasons());
        assertEquals(List.of(new ReaderLag("remember", 0, Duration.ZERO)), report.readers());
    }

    @Test
    void aStuckReaderIsRedWithItsReasonItsLagAndItsAgeAndGreenAgainWhenItGoesOn() throws LogException {
        reader.refuse(Integer.MAX_VALUE);
        admit();
        clock.advance(Duration.ofSeconds(30));
        await().until(() -> health(0).report().state() == HealthState.RED);
        HealthReport report = health(0).report();
        assertEquals(
                "SRV-032 reader remember is stuck: the store is full",
                report.reasons().get(0));
        assertEquals("reader remember is 30 s behind", report.reasons().get(1));
        assertEquals(List.of(new ReaderLag("remember", 2, Duration.ofSeconds(30))), report.readers());
        reader.refuse(0);
        await().until(() -> health(0).report().state() == HealthState.GREEN);
    }

    @Test
    void aLogWithoutRoomIsRedUntilItTakesAgain() throws LogException {
        disk.setCapacity(0);
        assertThrows(LogException.class, this::admit);
        HealthReport report = health(0).report();
        assertEquals(HealthState.RED, report.state());
        assertTrue(
                report.reasons().get(0).startsWith("gateways are not acknowledged: LOG-001"),
                report.reasons().get(0));
        disk.setCapacity(Long.MAX_VALUE);
        admit();
        await().until(() -> health(0).report().state() == HealthState.GREEN);
    }

    @Test
    void tooLittleFreeDiskIsRed() {
        HealthReport report = health(Long.MAX_VALUE).report();
        assertEquals(HealthState.RED, report.state());
        assertTrue(
                report.reasons().get(0).startsWith("SRV-004 free disk must be at least"),
                report.reasons().get(0));
    }

    private void admit() throws LogException {
        admission.admit(
                Measurements.GATEWAY,
                Lane.VITAL,
                Envelopes.of(Lane.VITAL, Measurements.glucose("S-1", "5.1", Measurements.NOON)));
    }

    private Health health(long minFreeBytes) {
        return new Health(log, List.of(follower), admission, directory, minFreeBytes, clock);
    }
}
