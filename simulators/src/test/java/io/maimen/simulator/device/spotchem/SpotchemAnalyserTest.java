package io.maimen.simulator.device.spotchem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SpotchemAnalyserTest {
    /** As the one capture that is known. */
    @Test
    void aLineHasFixedWidths() {
        assertEquals(
                "24/10/29 13:08 ID# 1DC042FP   [B. Plasma] Na       131  mmol/L K        9.7  mmol/L Cl        96  mmol/L "
                        + " ".repeat(13),
                SpotchemAnalyser.line(LocalDateTime.parse("2024-10-29T13:08"), "1DC042FP", "131", "9.7", "96"));
    }
}
