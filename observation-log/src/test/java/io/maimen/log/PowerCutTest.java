package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.log.simulated.SimulatedDisk.Failure;
import io.maimen.log.simulated.UnsyncedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Promise 1: acknowledged means durable. Hundreds of seeded power cuts and kills, compared with a plain list. */
class PowerCutTest {
    private static final int SEEDS = 400;
    /** A life has about so many disk operations: most cuts fall into its middle, some into its opening. */
    private static final int OPERATIONS = 45;

    @Test
    void nothingAcknowledgedIsLostAndNothingElseIsServed() {
        List<String> violations = new ArrayList<>();
        long acknowledged = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ReferenceLog reference = powerCuts(seed, UnaryOperator.identity());
            acknowledged += reference.acknowledgedCount();
            for (String violation : reference.violations()) {
                violations.add("seed " + seed + ": " + violation);
            }
        }
        assertEquals(List.of(), violations);
        assertTrue(acknowledged > 10 * SEEDS, "the scenario must acknowledge records but did so " + acknowledged);
    }

    /** The check is checked: the same scenario on a disk that does not sync must be seen to lose records. */
    @Test
    void withoutFsyncAcknowledgedRecordsAreLostAndTheCheckSeesIt() {
        int seedsWithLoss = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> violations = powerCuts(seed, UnsyncedDisk::new).violations();
            if (violations.stream().anyMatch(violation -> violation.startsWith("lost though it was acknowledged"))) {
                seedsWithLoss++;
            }
        }
        assertTrue(seedsWithLoss > SEEDS / 2, "loss must be seen for most seeds but was for " + seedsWithLoss);
    }

    private static ReferenceLog powerCuts(long seed, UnaryOperator<Disk> view) {
        SimulatedDisk disk = new SimulatedDisk(seed);
        RandomGenerator random = new Random(~seed);
        return new DurabilityScenario(seed, disk, view)
                .run(() -> disk.failOperation(disk.operations() + random.nextInt(OPERATIONS), Failure.POWER));
    }
}
