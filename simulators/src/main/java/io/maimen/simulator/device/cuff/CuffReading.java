package io.maimen.simulator.device.cuff;

import io.maimen.observation.code.MdcCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import java.time.Instant;
import java.util.List;

/**
 * One blood pressure as the cuff shows it. Immutable.
 *
 * @param measuredAt by the cuff's clock, which shows whole seconds; no two readings of a run share it
 * @param alertRules how many alerts the reading must raise
 */
public record CuffReading(
        Instant measuredAt,
        Sitter sitter,
        int systolicMmHg,
        int diastolicMmHg,
        int meanMmHg,
        int pulsePerMin,
        int alertRules) {
    private static final String MILLIMETRE_OF_MERCURY = "mm[Hg]";

    /** The reading's name in the journal: its time and slot. */
    public String key() {
        return JournalEntry.pressureKey(sitter.slot().map(UserSlot::number), measuredAt);
    }

    /** The journal's line for it. Codes and units as a reader of the server finds them. */
    public PressureOffered offered(Instant at, DeviceId device) {
        return new PressureOffered(
                at,
                device,
                key(),
                sitter.slot().map(UserSlot::number),
                sitter.subject(),
                List.of(
                        result(150_021, systolicMmHg, MILLIMETRE_OF_MERCURY),
                        result(150_022, diastolicMmHg, MILLIMETRE_OF_MERCURY),
                        result(150_023, meanMmHg, MILLIMETRE_OF_MERCURY),
                        result(149_546, pulsePerMin, "/min")),
                alertRules);
    }

    private static OfferedResult result(long mdcCode, int value, String unit) {
        return new OfferedResult(new MdcCode(mdcCode), Integer.toString(value), unit);
    }
}
