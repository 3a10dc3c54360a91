package io.maimen.simulator.device.mapped;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_DIASTOLIC;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_SYSTOLIC;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_CUFF;
import static io.maimen.observation.code.UcumUnit.MILLIMETRE_OF_MERCURY;
import static io.maimen.observation.code.UcumUnit.PER_MINUTE;

import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** One such device, with two people at it: a pressure and a temperature by turns. */
final class MappedCuff implements EventDevice {
    private static final Duration EVERY = Duration.ofSeconds(6);
    private static final int USERS = 2;
    private static final int EVERY_THIRD = 3;
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final CuffDiary diary;
    private final Walk tenthsOfDegrees;
    private final DeviceClock clock;
    private final Set<String> habits;
    private boolean warm;

    MappedCuff(long seed, DeviceClock clock, Set<String> habits) {
        this.diary = new CuffDiary(seed, USERS);
        this.tenthsOfDegrees = new Walk(new Random(seed), 355, 399, 3);
        this.clock = clock;
        this.habits = Set.copyOf(habits);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        warm = !warm;
        List<DeviceAct> acts = new ArrayList<>(warm ? pressure(diary.measure(clock.shows(at))) : temperature());
        acts.add(new Wake(EVERY));
        return acts;
    }

    private List<DeviceAct> pressure(Entry entry) {
        boolean fails = habits.contains(MappedFamily.FAILS) && diary.entries().size() % EVERY_THIRD == 0;
        List<DeviceAct> acts = new ArrayList<>(
                fails
                        ? List.of(
                                Measured.absent(BLOOD_PRESSURE_SYSTOLIC, MILLIMETRE_OF_MERCURY),
                                Measured.absent(BLOOD_PRESSURE_DIASTOLIC, MILLIMETRE_OF_MERCURY),
                                Measured.absent(PULSE_RATE_CUFF, PER_MINUTE))
                        : entry.truth());
        String taken =
                habits.contains(MappedFamily.NO_CLOCK) ? "" : "\"taken\":\"" + TAKEN.format(entry.shown()) + "\",";
        int user = habits.contains(MappedFamily.WRONG_USER) ? 1 : entry.user();
        String numbers = fails
                ? "\"pressure\":[\"--\",\"--\"],\"pulse\":\"--\""
                : "\"pressure\":[%d,%d],\"pulse\":\"%d\"".formatted(entry.systolic(), entry.diastolic(), entry.pulse());
        acts.add(new FrameWriter()
                .text("{" + taken + "\"user\":" + user + "," + numbers + ",\"firmware\":\"1.4\"}")
                .on(MappedFamily.PRESSURE));
        return acts;
    }

    private List<DeviceAct> temperature() {
        int tenths = tenthsOfDegrees.next();
        return List.of(
                Measured.of(
                        Nomenclature.BODY_TEMPERATURE,
                        BigDecimal.valueOf(tenths, 1).toPlainString(),
                        UcumUnit.CELSIUS),
                new FrameWriter().text(Integer.toString(tenths)).on(MappedFamily.TEMPERATURE));
    }
}
