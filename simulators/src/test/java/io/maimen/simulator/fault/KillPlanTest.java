package io.maimen.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.clinic.Clinic.Part;
import io.maimen.simulator.fault.KillPlan.Kill;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(KillPlan.of(20, 1), KillPlan.of(20, 1));
        assertNotEquals(KillPlan.of(20, 1), KillPlan.of(20, 2));
    }

    @Test
    void bothProgramsAreKilled() {
        for (Part part : Part.values()) {
            assertTrue(KillPlan.of(2, 5).kills().stream().map(Kill::victim).anyMatch(part::equals));
        }
        assertEquals(
                2,
                KillPlan.of(20, 1).kills().stream()
                        .map(Kill::victim)
                        .distinct()
                        .filter(Arrays.asList(Part.values())::contains)
                        .count());
    }
}
