package io.maimen.simulator.device.cuffble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.device.cuff.CuffReading;
import io.maimen.simulator.device.cuff.Sitter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasurementBytesTest {
    @Test
    void aReadingIsWhatTheSpecificationSays() {
        assertEquals(
                "1e" //             flags: time stamp, pulse, user ID, status; mmHg
                        + "7d00" // systolic 125
                        + "5000" // diastolic 80
                        + "5f00" // mean 95
                        + "ea070304080f1e" // 2026-03-04 08:15:30 at the place
                        + "4000" // pulse 64
                        + "02" //   user 2
                        + "0000", // nothing to doubt
                hex(reading(Optional.of(new UserSlot(2)), 64)));
    }

    @Test
    void aCuffWithoutUserButtonsLeavesTheFieldOut() {
        String bytes = hex(reading(Optional.empty(), 66));
        assertEquals("16", bytes.substring(0, 2));
        assertEquals("42000400", bytes.substring(28), "pulse 66, and it was irregular");
    }

    private static CuffReading reading(Optional<UserSlot> slot, int pulse) {
        Sitter sitter = new Sitter(Optional.of("p-aaa"), slot);
        return new CuffReading(Instant.parse("2026-03-04T00:15:30Z"), sitter, 125, 80, 95, pulse, 0);
    }

    private static String hex(CuffReading reading) {
        return HexFormat.of().formatHex(MeasurementBytes.of(reading, ZoneId.of("Asia/Shanghai")));
    }
}
