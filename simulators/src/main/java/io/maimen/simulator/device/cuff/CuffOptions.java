package io.maimen.simulator.device.cuff;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that every simulated cuff has. */
public final class CuffOptions {
    @Option(
            names = "--every",
            defaultValue = "PT10S",
            paramLabel = "DURATION",
            description = "between two readings, a second at least")
    private Duration every;

    @Option(
            names = "--subjects",
            split = ",",
            paramLabel = "ID",
            description = "who measures: p-aaa at slot 1, p-bbb at slot 2; they take turns by the lot")
    private List<String> subjects = List.of();

    @Option(names = "--without-slots", description = "the cuff has no user buttons")
    private boolean withoutSlots;

    @Option(names = "--crisis-share", defaultValue = "0.05", description = "of readings of 180/110 and more, 0 to 1")
    private double crisisShare;

    @Option(names = "--crisis", split = ",", description = "numbers of readings that are a crisis in any case: 2,9")
    private Set<Integer> crises = Set.of();

    @Option(
            names = "--repeat-after",
            defaultValue = "PT65S",
            paramLabel = "DURATION",
            description = "who is in crisis rests for so long and measures again")
    private Duration repeatAfter;

    public Duration every() {
        return every;
    }

    /** A generator for these options. */
    public CuffReadings readings(long seed) {
        return new CuffReadings(
                Sitter.of(subjects, !withoutSlots), seed, new CuffReadings.Crises(crisisShare, crises, repeatAfter));
    }
}
