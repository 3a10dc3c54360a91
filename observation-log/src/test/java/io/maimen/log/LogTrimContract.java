package io.maimen.log;

import static io.maimen.log.TextLog.append;
import static io.maimen.log.TextLog.fill;
import static io.maimen.log.TextLog.readAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.LogDamage.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What any {@link ObservationLog} promises of trimming: what is gone is gone, and said so; what is not is as it was. */
interface LogTrimContract {
    /** A new place. */
    ObservationLogContract.Place newPlace() throws IOException;

    @Test
    default void trimFreesSpaceAndKeepsEverythingFromThePositionOn() throws IOException {
        try (ObservationLogContract.Place place = newPlace()) {
            LogPosition middle;
            List<LogRecord> kept;
            try (ObservationLog log = place.open()) {
                fill(log, 100);
                middle = readAll(log, log.start()).get(60).position();
                kept = readAll(log, middle);
                long before = log.sizeBytes();
                log.trim(middle);
                assertTrue(log.sizeBytes() < before);
                assertTrue(log.start().compareTo(middle) <= 0);
                assertEquals(kept, readAll(log, middle));
            }
            try (ObservationLog log = place.open()) {
                assertEquals(kept, readAll(log, middle));
            }
        }
    }

    @Test
    default void readerThatComesAfterTheTrimIsToldWhatItMissed() throws IOException {
        try (ObservationLogContract.Place place = newPlace();
                ObservationLog log = place.open()) {
            LogPosition oldStart = log.start();
            fill(log, 100);
            log.trim(log.end());
            LogSlice slice = log.read(oldStart, 1);
            assertEquals(List.of(new LogDamage(Kind.TRIMMED, oldStart, log.start())), slice.damage());
            assertEquals(List.of(), log.read(log.start(), 1).damage());
        }
    }

    @Test
    default void trimmingAtTheStartOrTwiceDoesNothing() throws IOException {
        try (ObservationLogContract.Place place = newPlace();
                ObservationLog log = place.open()) {
            List<LogRecord> all = fill(log, 50);
            log.trim(log.start());
            assertEquals(all, readAll(log, log.start()));
            log.trim(log.end());
            LogPosition start = log.start();
            log.trim(log.end());
            assertEquals(start, log.start());
        }
    }

    @Test
    default void positionsGrowAlsoAcrossTrimmingAndOpening() throws IOException {
        try (ObservationLogContract.Place place = newPlace()) {
            LogPosition last = LogPosition.ZERO;
            for (int life = 0; life < 4; life++) {
                try (ObservationLog log = place.open()) {
                    for (int i = 0; i < 20; i++) {
                        LogPosition next = append(log, "record " + i);
                        assertTrue(next.compareTo(last) > 0, next + " after " + last);
                        last = next;
                    }
                    log.trim(last);
                }
            }
        }
    }
}
