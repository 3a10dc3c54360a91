package io.maimen.simulator.device.protocentral;

import static io.maimen.observation.code.Nomenclature.BODY_TEMPERATURE;
import static io.maimen.observation.code.Nomenclature.HEART_RATE;
import static io.maimen.observation.code.Nomenclature.OXYGEN_SATURATION;
import static io.maimen.observation.code.Nomenclature.RESPIRATION_RATE;

import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One HealthyPi v4. It says 80 and 120 where a blood pressure would be, always. */
final class HealthyPiBoard implements EventDevice {
    /** 2.42 V over a gain of 6 and 15 bits. */
    static final int NANOVOLTS_PER_STEP = 12_309;

    /** As often as it computes its numbers anew. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    private static final int SAMPLES = 2 * BoardFrame.RATE_HZ;

    private final Electrodes electrodes;
    private final FingerClip clip;
    private final Walk respiration;
    private final Walk hundredthsOfCelsius;

    HealthyPiBoard(long seed, Set<String> habits) {
        this.electrodes = new Electrodes(seed, BoardFrame.RATE_HZ, BigDecimal.valueOf(NANOVOLTS_PER_STEP, 6), habits);
        this.clip = new FingerClip(seed, habits);
        Random random = new Random(seed);
        this.respiration = new Walk(random, 11, 24, 2);
        this.hundredthsOfCelsius = new Walk(random, 3_100, 3_600, 30);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Second second = clip.next();
        int temperature = hundredthsOfCelsius.next();
        int[] samples = electrodes.next(SAMPLES);
        // Breathing is heard by the same electrodes.
        int breaths = electrodes.off() ? 0 : respiration.next();
        List<DeviceAct> acts = new ArrayList<>(electrodes.truth(samples));
        acts.addAll(numbers(second, breaths, temperature));
        FrameWriter stream = new FrameWriter();
        for (int sample : samples) {
            stream.bytes(BoardFrame.of(new FrameWriter()
                    .little(2, sample)
                    .little(2, sample / 8)
                    .little(4, 120_000)
                    .little(4, -98_000)
                    .little(2, temperature)
                    .octets(breaths, second.out() ? 0 : second.saturation(), electrodes.off() ? 0 : second.pulse())
                    .octets(80, 120, electrodes.off() ? 1 : 0)));
        }
        acts.add(stream.onStream());
        acts.add(new Wake(EVERY));
        return acts;
    }

    private List<DeviceAct> numbers(Second second, int breaths, int temperature) {
        return List.of(
                electrodes.off()
                        ? Measured.absent(HEART_RATE, UcumUnit.PER_MINUTE)
                        : Measured.of(HEART_RATE, second.pulse(), UcumUnit.PER_MINUTE),
                second.out()
                        ? Measured.absent(OXYGEN_SATURATION, UcumUnit.PERCENT)
                        : Measured.of(OXYGEN_SATURATION, second.saturation(), UcumUnit.PERCENT),
                electrodes.off()
                        ? Measured.absent(RESPIRATION_RATE, UcumUnit.PER_MINUTE)
                        : Measured.of(RESPIRATION_RATE, breaths, UcumUnit.PER_MINUTE),
                Measured.of(BODY_TEMPERATURE, BigDecimal.valueOf(temperature, 2).toPlainString(), UcumUnit.CELSIUS));
    }
}
