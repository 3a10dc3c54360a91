package io.maimen.simulator.device.body;

import static io.maimen.observation.code.Nomenclature.ECG_LEAD_I;
import static io.maimen.observation.code.UcumUnit.MILLIVOLT;

import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.signal.SyntheticEcg;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Electrodes on a chest, lead I, sample by sample. Confined to one thread. */
public final class Electrodes {
    /** The habit of electrodes. */
    public static final String LEAD_OFF = "lead-off";

    public static final Map<String, String> HABITS =
            Map.of(LEAD_OFF, "an electrode comes off for the last two or three of every ten seconds");

    private static final int ROUND_SECONDS = 10;
    private static final int OFF_FROM = 7;

    private final SyntheticEcg heart;
    private final int rateHz;
    private final BigDecimal millivoltsPerStep;
    private final boolean comesOff;
    private long sample;
    private boolean off;

    public Electrodes(long seed, int rateHz, BigDecimal millivoltsPerStep, Set<String> habits) {
        this.heart = new SyntheticEcg(seed, rateHz);
        this.rateHz = rateHz;
        this.millivoltsPerStep = millivoltsPerStep;
        this.comesOff = habits.contains(LEAD_OFF);
    }

    /** So many samples in steps; a few seconds' at most, since an electrode is on or off for all of them. */
    public int[] next(int count) {
        off = comesOff && sample / rateHz % ROUND_SECONDS >= OFF_FROM;
        sample += count;
        double step = millivoltsPerStep.doubleValue();
        return Arrays.stream(heart.next(count))
                .mapToInt(millivolts -> (int) Math.round(millivolts / step))
                .toArray();
    }

    /** Whether an electrode was off while the samples before were taken. */
    public boolean off() {
        return off;
    }

    /** What these samples say; nothing where an electrode was off. */
    public List<DeviceAct> truth(int... steps) {
        return off
                ? List.of()
                : Arrays.stream(steps).<DeviceAct>mapToObj(this::measured).toList();
    }

    private Measured measured(int steps) {
        return Measured.of(
                ECG_LEAD_I,
                millivoltsPerStep.multiply(BigDecimal.valueOf(steps)).toPlainString(),
                MILLIVOLT);
    }
}
