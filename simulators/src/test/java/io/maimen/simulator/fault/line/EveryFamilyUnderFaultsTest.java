package io.maimen.simulator.fault.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.connect.DeviceFamilies;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every installed family with the driver of its name, on lines as bad as they come. jqwik prints the seed of what fails. */
class EveryFamilyUnderFaultsTest {
    private static final List<DeviceFamily> FAMILIES =
            DeviceFamilies.installed().all();

    /** Their bytes carry no checksum: a bit turned over in a value is another value, and nobody can see it. */
    private static final Set<String> WITHOUT_CHECKSUM =
            Set.of("ads1292r", "contec-cms50", "healthypi-v4", "openbci-cyton", "spotchem", "vidas");

    /** After the last thing a device does in its last second, so that nothing is on its way when the line is cut. */
    private static final Duration A_MINUTE = Duration.ofMillis(60_500);

    /** One turn of the dice: a family, its habits and its faults. */
    record Turn(String family, long seed) {
        DeviceFamily found() {
            return DeviceFamilies.installed().named(List.of(family)).get(0);
        }

        /** One of its habits, or none: two may contradict each other. */
        Set<String> habits() {
            List<String> habits = List.copyOf(new TreeSet<>(found().habits().keySet()));
            int chosen = new Random(seed).nextInt(habits.size() + 1);
            return chosen == habits.size() ? Set.of() : Set.of(habits.get(chosen));
        }

        Played played(LineFaults faults) {
            return play(faults).run();
        }

        Play play(LineFaults faults) {
            return Play.of(found(), FaultyDevice.of(found(), seed, DeviceClock.right(Play.PLACE), habits(), faults))
                    .withLength(A_MINUTE)
                    .withFarewell(Duration.ofSeconds(10));
        }
    }

    @Provide
    Arbitrary<Turn> turns() {
        return turnsOf(FAMILIES);
    }

    /** Those whose bytes a line may cut anywhere. */
    @Provide
    Arbitrary<Turn> streams() {
        return turnsOf(FAMILIES.stream()
                .filter(family -> LineFault.SPLIT.befalls(family.link()))
                .toList());
    }

    private static Arbitrary<Turn> turnsOf(List<DeviceFamily> families) {
        return Arbitraries.of(families).map(DeviceFamily::name).flatMap(family -> Arbitraries.longs()
                .map(seed -> new Turn(family, seed)));
    }

    @Property(tries = 40)
    void aStreamInOtherPiecesAndADriftingClockLoseNothing(@ForAll("streams") Turn turn) {
        Played played = turn.played(LineFaults.NONE
                .with(LineFault.SPLIT, 500)
                .with(LineFault.MERGED, 300)
                .with(LineFault.DRIFT, 5));
        assertEquals(List.of(), played.missing(), "missing");
        assertEquals(List.of(), played.invented(), "invented");
        assertEquals(List.of(), played.codes(), "rejected");
    }

    /** What comes twice, or under a clock that was reset, may be there twice; but never is there what nobody measured. */
    @Property(tries = 80)
    void aBadLineMakesNothingUp(@ForAll("turns") Turn turn) {
        Random random = new Random(turn.seed());
        LineFaults faults = LineFaults.NONE;
        for (LineFault fault : LineFault.values()) {
            boolean unseen = fault == LineFault.BIT_ERROR && WITHOUT_CHECKSUM.contains(turn.family());
            if (random.nextBoolean() && !unseen) {
                faults = faults.with(fault, 1 + random.nextInt(2 * fault.usualPerMille()));
            }
        }
        assertEquals(List.of(), turn.played(faults).neverMeasured(), "never measured with " + faults);
    }

    @Property(tries = 20)
    void aMemoryArrivesInTheEnd(@ForAll("turns") Turn turn) {
        Random random = new Random(turn.seed());
        Played played = turn.play(LineFaults.NONE)
                .withCuts(Duration.ofMillis(random.nextInt(5_000)), Duration.ofMillis(5_000 + random.nextInt(10_000)))
                .withFarewell(A_MINUTE)
                .run();
        assertEquals(List.of(), played.missing(), "missing");
    }
}
