package io.maimen.ingest.follow;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.maimen.ingest.Measurements;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.wire.FactCodec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFollowerTest {
    private static final ObservedFact FIRST = fact("S-1");
    private static final ObservedFact SECOND = fact("S-2");

    private final ObservationLog log = open();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void everyFactIsReadInOrderAndNewOnesWhenWoken() throws LogException {
        RememberingReader reader = new RememberingReader(LogPosition.ZERO);
        append(FIRST);
        try (LogFollower follower = LogFollower.start(log, reader)) {
            await().until(() -> reader.facts().equals(List.of(FIRST)));
            append(SECOND);
            follower.wake();
            await().until(() -> reader.facts().equals(List.of(FIRST, SECOND)));
            await().until(() -> follower.state().cursor().equals(log.end()));
        }
    }

    @Test
    void aRefusedBatchIsOfferedAgainAndTheStateSaysSoMeanwhile() throws LogException {
        RememberingReader reader = new RememberingReader(LogPosition.ZERO);
        reader.refuse(3);
        append(FIRST);
        try (LogFollower follower = LogFollower.start(log, reader)) {
            await().until(() -> follower.state().stuck().equals(Optional.of("the store is full")));
            await().until(() -> reader.facts().equals(List.of(FIRST)));
            await().until(() -> follower.state().stuck().isEmpty());
        }
    }

    @Test
    void aReaderContinuesAtItsCursor() throws LogException {
        append(FIRST);
        RememberingReader reader = new RememberingReader(log.end());
        append(SECOND);
        try (LogFollower follower = LogFollower.start(log, reader)) {
            await().until(() -> follower.state().cursor().equals(log.end()));
            assertEquals(List.of(SECOND), reader.facts());
        }
    }

    @Test
    void aCursorAfterTheEndReadsTheWholeLogAgain() throws LogException {
        append(FIRST);
        RememberingReader reader = new RememberingReader(LogPosition.of(1L << 40));
        try (LogFollower follower = LogFollower.start(log, reader)) {
            await().until(() -> reader.facts().equals(List.of(FIRST)));
            assertEquals(Optional.empty(), follower.state().stuck());
        }
    }

    @Test
    void aRecordThatCannotBeReadIsQuarantinedAndHoldsUpNobody() throws LogException {
        RememberingReader reader = new RememberingReader(LogPosition.ZERO);
        log.append(List.of(new byte[] {(byte) 0xFF, 1}));
        append(SECOND);
        try (LogFollower follower = LogFollower.start(log, reader)) {
            await().until(() -> follower.state().cursor().equals(log.end()));
            QuarantinedFact quarantined =
                    assertInstanceOf(QuarantinedFact.class, reader.facts().get(0));
            assertEquals("ff01", quarantined.item().hex());
            assertEquals(SECOND, reader.facts().get(1));
        }
    }

    @Test
    void theBacklogIsWhatLiesAfterTheCursorUpToALimit() throws LogException {
        assertEquals(new LogBacklog(0, Optional.empty()), LogBacklog.after(log.start(), log, 10));
        append(FIRST);
        append(SECOND);
        assertEquals(new LogBacklog(2, Optional.of(FIRST.admittedAt())), LogBacklog.after(log.start(), log, 10));
        assertEquals(1, LogBacklog.after(log.start(), log, 1).records());
    }

    private void append(Fact fact) throws LogException {
        log.append(List.of(new FactCodec().toCbor(fact)));
    }

    private static ObservedFact fact(String specimen) {
        return FactCodec.unproved(
                Measurements.glucose(specimen, "5.1", Measurements.NOON), Measurements.GATEWAY, Measurements.NOON);
    }

    private static ObservationLog open() {
        try {
            return SegmentLog.open(new SimulatedDisk(1), SegmentLogOptions.defaults());
        } catch (LogException e) {
            throw new AssertionError(e);
        }
    }
}
