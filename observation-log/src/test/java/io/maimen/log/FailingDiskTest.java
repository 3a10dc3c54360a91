package io.maimen.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.log.simulated.SimulatedDisk.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same lives as under power cuts, with one operation of the disk failing: each in turn, in each way. */
class FailingDiskTest {
    private static final int SEEDS = 2;

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whicheverOperationFailsNothingAcknowledgedIsLost(Failure how) {
        List<String> violations = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            long operations = scenario(seed, new SimulatedDisk(seed)).operations();
            assertTrue(operations > 100, "the scenario must use the disk but did so " + operations + " times");
            for (long operation = 0; operation < operations; operation++) {
                SimulatedDisk disk = new SimulatedDisk(seed);
                disk.failOperation(operation, how);
                scenario(seed, disk, "seed " + seed + " " + how + " at " + operation + ": ", violations);
            }
        }
        assertEquals(List.of(), violations);
    }

    /** A failing sync, and soon after it a kill or a power cut: what it gave up must not come back as acknowledged. */
    @Test
    void failuresFollowedByPowerCutsLoseNothingAcknowledged() {
        List<String> violations = new ArrayList<>();
        for (long seed = 0; seed < 300; seed++) {
            SimulatedDisk disk = new SimulatedDisk(seed);
            Random random = new Random(~seed);
            ReferenceLog reference = new DurabilityScenario(seed, disk, UnaryOperator.identity()).run(() -> {
                Failure how = List.of(Failure.IO, Failure.FULL, Failure.POWER).get(random.nextInt(3));
                disk.failOperation(disk.operations() + random.nextInt(40), how);
            });
            for (String violation : reference.violations()) {
                violations.add("seed " + seed + ": " + violation);
            }
        }
        assertEquals(List.of(), violations);
    }

    private static SimulatedDisk scenario(long seed, SimulatedDisk disk) {
        List<String> violations = new ArrayList<>();
        scenario(seed, disk, "seed " + seed + " without a failure: ", violations);
        assertEquals(List.of(), violations);
        return disk;
    }

    private static void scenario(long seed, SimulatedDisk disk, String where, List<String> violations) {
        ReferenceLog reference = new DurabilityScenario(seed, disk, UnaryOperator.identity()).run(() -> {});
        reference.violations().forEach(violation -> violations.add(where + violation));
    }
}
