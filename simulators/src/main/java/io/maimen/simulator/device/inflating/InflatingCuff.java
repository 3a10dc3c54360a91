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

/** One cuff: each measurement lasts some seconds and is told once. */
final class InflatingCuff implements EventDevice {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final int STEPS = 12;
    private static final int STEP_PRESSURE = 10;
    private static final int NOT_A_NUMBER = 0x07FF;
    private static final int KILOPASCAL = 1;
    private static final int WITH_TIME = 1 << 1;
    private static final int WITH_PULSE = 1 << 2;
    private static final int WITH_STATUS = 1 << 4;
    private static final int USER = 2;
    private static final int EVERY_THIRD = 3;
    private static final double KILOPASCAL_PER_MILLIMETRE = 0.133322;

    private final CuffDiary diary;
    private final DeviceClock clock;
    private final Set<String> habits;
    private int step;

    InflatingCuff(long seed, DeviceClock clock, Set<String> habits) {
        this.diary = new CuffDiary(seed, 1);
        this.clock = clock;
        this.habits = habits;
    }

    @Override
    public List<DeviceAct> asked(String channel, Instant at) {
        if (channel.equals(InflatingCuffFamily.MODEL)) {
            String model = habits.contains(InflatingCuffFamily.BEURER_LAYOUT) ? "BM85" : "Simulated cuff";
            return List.of(new FrameWriter().text(model).on(channel));
        }
        return channel.equals(InflatingCuffFamily.FEATURE)
                ? List.of(new FrameWriter().little(2, 0).on(channel))
                : List.of();
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return channel.equals(InflatingCuffFamily.MEASUREMENT) ? List.of(new Wake(STEP)) : List.of();
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
        List<DeviceAct> acts = result(diary.measure(clock.shows(at)));
        acts.add(new Wake(STEP));
        return acts;
    }

    private List<DeviceAct> result(Entry entry) {
        List<DeviceAct> truth = new ArrayList<>();
        boolean fails = habits.contains(InflatingCuffFamily.FAILS) && step / STEPS % EVERY_THIRD == 0;
        boolean beurer = habits.contains(InflatingCuffFamily.BEURER_LAYOUT);
        boolean hasTime = !habits.contains(InflatingCuffFamily.NO_CLOCK);
        int flags = (habits.contains(InflatingCuffFamily.KILOPASCAL) ? KILOPASCAL : 0)
                | (hasTime ? WITH_TIME : 0)
                | (fails ? 0 : WITH_PULSE)
                | WITH_STATUS;
        FrameWriter value = new FrameWriter().octets(beurer ? 0x56 : flags);
        pressure(value, truth, BLOOD_PRESSURE_SYSTOLIC, entry.systolic(), fails);
        pressure(value, truth, BLOOD_PRESSURE_DIASTOLIC, entry.diastolic(), fails);
        pressure(value, truth, BLOOD_PRESSURE_MEAN, (entry.systolic() + 2 * entry.diastolic()) / 3, fails);
        if (hasTime) {
            value.dateTime(entry.shown());
        }
        if (!fails) {
            truth.add(Measured.of(PULSE_RATE_CUFF, entry.pulse(), UcumUnit.PER_MINUTE));
        }
        if (beurer) {
            value.big(2, entry.pulse()).octets(USER).big(2, 0);
        } else {
            value.bytes(
                            fails
                                    ? new byte[0]
                                    : new FrameWriter().sfloat(entry.pulse(), 0).array())
                    .little(2, 0);
        }
        truth.add(value.on(InflatingCuffFamily.MEASUREMENT));
        return truth;
    }

    private void pressure(FrameWriter value, List<DeviceAct> truth, MdcCode code, int millimetres, boolean fails) {
        if (fails) {
            value.little(2, NOT_A_NUMBER);
            truth.add(Measured.absent(code, UcumUnit.MILLIMETRE_OF_MERCURY));
        } else if (habits.contains(InflatingCuffFamily.KILOPASCAL)) {
            int tenths = (int) Math.round(millimetres * KILOPASCAL_PER_MILLIMETRE * 10);
            value.sfloat(tenths, -1);
            truth.add(Measured.of(code, BigDecimal.valueOf(tenths, 1).toPlainString(), UcumUnit.KILOPASCAL));
        } else {
            value.sfloat(millimetres, 0);
            truth.add(Measured.of(code, millimetres, UcumUnit.MILLIMETRE_OF_MERCURY));
        }
    }
}
