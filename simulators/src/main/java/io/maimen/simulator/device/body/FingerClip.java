package io.maimen.simulator.device.body;

import static io.maimen.observation.code.Nomenclature.OXYGEN_SATURATION;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_OXIMETER;
import static io.maimen.observation.code.UcumUnit.PERCENT;
import static io.maimen.observation.code.UcumUnit.PER_MINUTE;

import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A finger in the clip of an oximeter, second by second. Confined to one thread. */
public final class FingerClip {
    /** The habit of fingers. */
    public static final String FINGER_OUT = "finger-out";

    public static final Map<String, String> HABITS =
            Map.of(FINGER_OUT, "the finger leaves the clip for the last three of every ten seconds");

    private static final int ROUND_SECONDS = 10;
    private static final int OUT_FROM = 7;

    private final Walk saturation;
    private final Walk pulse;
    private final boolean leaves;
    private int second;
    private boolean out;

    public FingerClip(long seed, Set<String> habits) {
        Random random = new Random(seed);
        saturation = new Walk(random, 91, 99, 1);
        pulse = new Walk(random, 52, 168, 4);
        leaves = habits.contains(FINGER_OUT);
    }

    /** The next second. */
    public Second next() {
        boolean wasOut = out;
        out = leaves && second++ % ROUND_SECONDS >= OUT_FROM;
        return new Second(saturation.next(), pulse.next(), out, out && wasOut);
    }

    /**
     * One second.
     *
     * @param saturation in percent, as if the finger were there
     * @param pulse per minute, as if the finger were there
     * @param stillOut the finger was out the second before as well
     */
    public record Second(int saturation, int pulse, boolean out, boolean stillOut) {
        /** What an oximeter says in this second; a finger that stays out is said once. */
        public List<DeviceAct> truth() {
            if (stillOut) {
                return List.of();
            }
            return out
                    ? List.of(
                            Measured.absent(OXYGEN_SATURATION, PERCENT),
                            Measured.absent(PULSE_RATE_OXIMETER, PER_MINUTE))
                    : List.of(
                            Measured.of(OXYGEN_SATURATION, saturation, PERCENT),
                            Measured.of(PULSE_RATE_OXIMETER, pulse, PER_MINUTE));
        }

        /** A pleth of seven bits at a part of this second, 0 to 1. */
        public int pleth(double part) {
            return out ? 0 : (int) Math.round(64 + 48 * Math.sin(2 * Math.PI * part * pulse / 60));
        }
    }
}
