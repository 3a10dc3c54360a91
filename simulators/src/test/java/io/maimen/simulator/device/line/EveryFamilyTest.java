package io.maimen.simulator.device.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each virtual device with the driver of its name: two readings of one page, which must agree. */
class EveryFamilyTest {
    /** Every habit shows itself in this time. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    static Stream<DeviceFamily> families() {
        return ServiceLoader.load(DeviceFamily.class).stream().map(ServiceLoader.Provider::get);
    }

    static Stream<Arguments> familiesByName() {
        return families().map(family -> arguments(family.name(), family));
    }

    static Stream<Arguments> familiesWithHabits() {
        return families().flatMap(family -> Stream.concat(Stream.of("none"), family.habits().keySet().stream())
                .map(habit -> arguments(family.name(), habit, family)));
    }

    @ParameterizedTest(name = "{0}, habit {1}")
    @MethodSource("familiesWithHabits")
    void whatWasMeasuredIsStoredAndNothingElse(String name, String habit, DeviceFamily family) {
        Played played = play(family, habit).run();
        assertFalse(played.measured().isEmpty(), "measured something");
        assertEquals(List.of(), played.missing(), "missing");
        assertEquals(List.of(), played.invented(), "invented");
        assertEquals(List.of(), played.codes(), "rejected");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("familiesByName")
    void aLineThatDiesNowAndThenMakesNothingUpOrTwice(String name, DeviceFamily family) {
        Played played = play(family, "none")
                .withCuts(Duration.ofMillis(900), Duration.ofSeconds(17), Duration.ofMillis(33_250))
                .run();
        assertEquals(List.of(), played.invented(), "invented");
        assertTrue(played.connections() >= 4, "connected again");
    }

    private static Play play(DeviceFamily family, String habit) {
        Play play = habit.equals("none") ? Play.of(family, 7) : Play.of(family, 7, habit);
        return play.withLength(LONG_ENOUGH);
    }
}
