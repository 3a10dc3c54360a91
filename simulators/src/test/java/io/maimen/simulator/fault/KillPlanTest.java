package io.maimen.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.maimen.simulator.clinic.Part;
import io.maimen.simulator.fault.KillPlan.Kill;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KillPlanTest {
    private static final Part CLINIC = new Part("clinic-demo");
    private static final Part HOME = new Part("home-demo");

    @Test
    void theSameSeedGivesTheSamePlan() {
        assertEquals(plan(20, 1), plan(20, 1));
        assertNotEquals(plan(20, 1), plan(20, 2));
    }

    @Test
    void aShortRunMeetsAGatewayAndTheServer() {
        assertEquals(Set.of(CLINIC, Part.SERVER), victims(plan(2, 5)));
    }

    @Test
    void aLongRunMeetsEveryProgram() {
        assertEquals(Set.of(CLINIC, HOME, Part.SERVER), victims(plan(20, 1)));
    }

    private static KillPlan plan(int kills, long seed) {
        return KillPlan.of(kills, seed, List.of(CLINIC, HOME));
    }

    private static Set<Part> victims(KillPlan plan) {
        return plan.kills().stream().map(Kill::victim).collect(Collectors.toSet());
    }
}
