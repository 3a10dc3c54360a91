package io.maimen.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final Instant AT = Instant.parse("2026-03-04T00:15:00Z");
    private static final DeviceId PATCH = DeviceId.serial("ECG-0001");

    private final InFlight inFlight = new InFlight(List.of(
            new BlockOffered(AT, PATCH, "7/0", 0, 1, List.of(), ""),
            new Taken(AT.plusMillis(10), PATCH, Kind.BLOCK, "7/0"),
            new BlockOffered(AT.plusMillis(20), PATCH, "7/1", 1, 1, List.of(), "")));

    @Test
    void aThingIsInFlightFromItsSendingToItsAcknowledgement() {
        assertEquals(0, inFlight.at(AT.minusMillis(1)));
        assertEquals(1, inFlight.at(AT));
        assertEquals(1, inFlight.at(AT.plusMillis(9)));
        assertEquals(0, inFlight.at(AT.plusMillis(10)));
    }

    @Test
    void whatWasNeverAcknowledgedStaysInFlight() {
        assertEquals(1, inFlight.at(AT.plusSeconds(3600)));
    }
}
