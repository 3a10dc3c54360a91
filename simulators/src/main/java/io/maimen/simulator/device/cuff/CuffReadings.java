package io.maimen.simulator.device.cuff;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The people of one cuff, measuring in turn by the lot: mostly well, now and then in crisis (at least 180/110 mmHg). Who is
 * in crisis rests and measures again after a while, and it was none by mistake: the second reading confirms the first.
 * Nothing in between raises an alert: no reading of 135/85 or more, none of 90 or less. Confined to one thread.
 */
public final class CuffReadings {
    private final List<Sitter> sitters;
    private final Random random;
    private final Crises crises;
    private final Map<Sitter, Instant> repeats = new HashMap<>();
    private final Set<Sitter> alerted = new HashSet<>();
    private Instant last = Instant.MIN;
    private int number;

    /**
     * When somebody is in crisis. Immutable.
     *
     * @param share of readings, 0 to 1
     * @param numbers of readings, from 1, that are one in any case
     * @param repeatAfter how long the subject then rests before the second reading
     */
    public record Crises(double share, Set<Integer> numbers, Duration repeatAfter) {
        public Crises {
            numbers = Set.copyOf(numbers);
        }
    }

    public CuffReadings(List<Sitter> sitters, long seed, Crises crises) {
        this.sitters = List.copyOf(sitters);
        this.random = new Random(seed);
        this.crises = crises;
    }

    /** What is measured now; empty while everybody rests. */
    public Optional<CuffReading> next(Instant now) {
        for (Sitter sitter : sitters) {
            Instant repeat = repeats.get(sitter);
            if (repeat != null && !now.isBefore(repeat)) {
                repeats.remove(sitter);
                return Optional.of(crisis(sitter, now));
            }
        }
        List<Sitter> awake =
                sitters.stream().filter(sitter -> !repeats.containsKey(sitter)).toList();
        if (awake.isEmpty()) {
            return Optional.empty();
        }
        number++;
        Sitter sitter = awake.get(random.nextInt(awake.size()));
        boolean drawn = random.nextDouble() < crises.share();
        if (drawn || crises.numbers().contains(number)) {
            CuffReading reading = crisis(sitter, now);
            repeats.put(sitter, reading.measuredAt().plus(crises.repeatAfter()));
            return Optional.of(reading);
        }
        return Optional.of(reading(sitter, now, 100 + random.nextInt(34), 62 + random.nextInt(22), 0));
    }

    /** The alert stands from a subject's first crisis on: one for each run, until a person closes it. */
    private CuffReading crisis(Sitter sitter, Instant now) {
        int alerts = alerted.add(sitter) ? 1 : 0;
        return reading(sitter, now, 182 + random.nextInt(28), 111 + random.nextInt(14), alerts);
    }

    private CuffReading reading(Sitter sitter, Instant now, int systolic, int diastolic, int alertRules) {
        int mean = diastolic + (systolic - diastolic) / 3;
        int pulse = 58 + random.nextInt(34);
        return new CuffReading(clock(now), sitter, systolic, diastolic, mean, pulse, alertRules);
    }

    /** Whole seconds, and each only once. */
    private Instant clock(Instant now) {
        Instant shown = now.truncatedTo(ChronoUnit.SECONDS);
        last = last.isBefore(shown) ? shown : last.plusSeconds(1);
        return last;
    }
}
