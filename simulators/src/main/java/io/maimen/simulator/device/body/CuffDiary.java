package io.maimen.simulator.device.body;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_DIASTOLIC;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_SYSTOLIC;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_CUFF;
import static io.maimen.observation.code.UcumUnit.MILLIMETRE_OF_MERCURY;
import static io.maimen.observation.code.UcumUnit.PER_MINUTE;

import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a cuff measured and remembers, oldest first. Confined to one thread. */
public final class CuffDiary {
    private static final int HOURS_BETWEEN = 7;

    private final Random random;
    private final int users;
    private final List<Entry> entries = new ArrayList<>();

    /** @param users who take turns, numbered from 1 */
    public CuffDiary(long seed, int users) {
        this.random = new Random(seed);
        this.users = users;
    }

    /** Readings of the days before {@code now}; what they measured. */
    public List<DeviceAct> fill(int count, LocalDateTime now) {
        List<DeviceAct> truth = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            truth.addAll(measure(now.minusHours((long) left * HOURS_BETWEEN)).truth());
        }
        return truth;
    }

    /**
     * A reading now. No two of one user's minute are alike: cuffs show the minute, and nobody can tell two such readings from one that
     * is told twice.
     */
    public Entry measure(LocalDateTime now) {
        Entry entry = drawn(now);
        while (entries.stream().anyMatch(entry::looksLike)) {
            entry = drawn(now);
        }
        entries.add(entry);
        return entry;
    }

    private Entry drawn(LocalDateTime now) {
        int systolic = 104 + random.nextInt(80);
        return new Entry(
                1 + entries.size() % users,
                now.truncatedTo(ChronoUnit.SECONDS),
                systolic,
                systolic - 30 - random.nextInt(25),
                50 + random.nextInt(60));
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<Entry> entriesOf(int user) {
        return entries.stream().filter(entry -> entry.user() == user).toList();
    }

    /** One reading; pressures in mmHg, the pulse per minute. */
    public record Entry(int user, LocalDateTime shown, int systolic, int diastolic, int pulse) {
        public List<DeviceAct> truth() {
            return List.of(
                    Measured.of(BLOOD_PRESSURE_SYSTOLIC, systolic, MILLIMETRE_OF_MERCURY),
                    Measured.of(BLOOD_PRESSURE_DIASTOLIC, diastolic, MILLIMETRE_OF_MERCURY),
                    Measured.of(PULSE_RATE_CUFF, pulse, PER_MINUTE));
        }

        private boolean looksLike(Entry other) {
            return toTheMinute().equals(other.toTheMinute());
        }

        private Entry toTheMinute() {
            return new Entry(user, shown.truncatedTo(ChronoUnit.MINUTES), systolic, diastolic, pulse);
        }
    }
}
