package io.maimen.simulator.device.inflating;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_DIASTOLIC;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_MEAN;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_SYSTOLIC;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_CUFF;

import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One cuff: two people at it by turns; each measurement lasts some seconds. */
final class InflatingCuff implements EventDevice {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STEPS = 12;
    private static final int STEP_PRESSURE = 10;
    private static final int NOT_A_NUMBER = 0x07FF;
    private static final int KILOPASCAL = 1;
    private static final int WITH_TIME = 1 << 1;
    private static final int WITH_PULSE = 1 << 2;
    private static final int WITH_USER = 1 << 3;
    private static final int WITH_STATUS = 1 << 4;
    private static final int BEURER_USER = 2;
    /** Of that layout: no user is announced though one follows. */
    private static final int BEURER_FLAGS = 0x56;

    private static final int USERS = 2;
    private static final int EVERY_THIRD = 3;
    private static final double KILOPASCAL_PER_MILLIMETRE = 0.133322;

    private final CuffDiary diary;
    private final DeviceClock clock;
    private final Set<String> habits;
    private int step;

    InflatingCuff(long seed, DeviceClock clock, Set<String> habits) {
        this.diary = new CuffDiary(seed, USERS);
        this.clock = clock;
        this.habits = habits;
    }

    @Override
    public List<DeviceAct> asked(String channel, Instant at) {
        if (channel.equals(InflatingCuffFamily.MODEL)) {
            String model = has(InflatingCuffFamily.BEURER_LAYOUT) ? "BM85" : "Simulated cuff";
            return List.of(new FrameWriter().text(model).on(channel));
        }
        return channel.equals(InflatingCuffFamily.FEATURE)
                ? List.of(new FrameWriter().little(2, 0).on(channel))
                : List.of();
    }

    /** Whoever listens is told the memory first. */
    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        if (!channel.equals(InflatingCuffFamily.MEASUREMENT)) {
            return List.of();
        }
        List<DeviceAct> acts = new ArrayList<>();
        if (has(InflatingCuffFamily.SAYS_IT_AGAIN)) {
            diary.entries().forEach(entry -> acts.add(value(entry, false)));
        }
        acts.add(new Wake(STEP));
        return acts;
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (++step % STEPS != 0) {
            int pressure = (STEPS - step % STEPS) * STEP_PRESSURE + 60;
            FrameWriter intermediate = new FrameWriter()
                    .octets(0)
                    .sfloat(pressure, 0)
                    .little(2, NOT_A_NUMBER)
                    .little(2, NOT_A_NUMBER);
            return List.of(intermediate.on(InflatingCuffFamily.INTERMEDIATE), new Wake(STEP));
        }
        Entry entry = diary.measure(clock.shows(at));
        boolean fails = has(InflatingCuffFamily.FAILS) && step / STEPS % EVERY_THIRD == 0;
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(truth(BLOOD_PRESSURE_SYSTOLIC, entry.systolic(), fails));
        acts.add(truth(BLOOD_PRESSURE_DIASTOLIC, entry.diastolic(), fails));
        acts.add(truth(BLOOD_PRESSURE_MEAN, mean(entry), fails));
        if (!fails) {
            acts.add(Measured.of(PULSE_RATE_CUFF, entry.pulse(), UcumUnit.PER_MINUTE));
        }
        acts.add(value(entry, fails));
        acts.add(new Wake(STEP));
        return acts;
    }

    private DeviceAct truth(MdcCode code, int millimetres, boolean fails) {
        if (fails) {
            return Measured.absent(code, UcumUnit.MILLIMETRE_OF_MERCURY);
        }
        return has(InflatingCuffFamily.KILOPASCAL)
                ? Measured.of(code, BigDecimal.valueOf(tenths(millimetres), 1).toPlainString(), UcumUnit.KILOPASCAL)
                : Measured.of(code, millimetres, UcumUnit.MILLIMETRE_OF_MERCURY);
    }

    /** A blood pressure measurement, 2A35. */
    private DeviceAct value(Entry entry, boolean fails) {
        boolean beurer = has(InflatingCuffFamily.BEURER_LAYOUT);
        boolean hasTime = !has(InflatingCuffFamily.NO_CLOCK);
        boolean hasUser = has(InflatingCuffFamily.TWO_USERS) || has(InflatingCuffFamily.WRONG_USER);
        int flags = (has(InflatingCuffFamily.KILOPASCAL) ? KILOPASCAL : 0)
                | (hasTime ? WITH_TIME : 0)
                | (fails ? 0 : WITH_PULSE)
                | (hasUser ? WITH_USER : 0)
                | WITH_STATUS;
        FrameWriter value = new FrameWriter().octets(beurer ? BEURER_FLAGS : flags);
        pressure(value, entry.systolic(), fails);
        pressure(value, entry.diastolic(), fails);
        pressure(value, mean(entry), fails);
        if (hasTime) {
            value.dateTime(entry.shown());
        }
        if (beurer) {
            return value.big(2, entry.pulse()).octets(BEURER_USER).big(2, 0).on(InflatingCuffFamily.MEASUREMENT);
        }
        if (!fails) {
            value.sfloat(entry.pulse(), 0);
        }
        if (hasUser) {
            value.octets(has(InflatingCuffFamily.WRONG_USER) ? 1 : entry.user());
        }
        return value.little(2, 0).on(InflatingCuffFamily.MEASUREMENT);
    }

    private void pressure(FrameWriter value, int millimetres, boolean fails) {
        if (fails) {
            value.little(2, NOT_A_NUMBER);
        } else if (has(InflatingCuffFamily.KILOPASCAL)) {
            value.sfloat(tenths(millimetres), -1);
        } else {
            value.sfloat(millimetres, 0);
        }
    }

    private static int mean(Entry entry) {
        return (entry.systolic() + 2 * entry.diastolic()) / 3;
    }

    private static int tenths(int millimetres) {
        return (int) Math.round(millimetres * KILOPASCAL_PER_MILLIMETRE * 10);
    }

    private boolean has(String habit) {
        return habits.contains(habit);
    }
}
