package io.maimen.simulator.device.protocentral;

import static io.maimen.observation.code.Nomenclature.HEART_RATE;
import static io.maimen.observation.code.Nomenclature.RESPIRATION_RATE;

import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Electrodes;
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

/** One shield. */
final class Ads1292rBoard implements EventDevice {
    /** As often as it computes its numbers anew. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    private static final int SAMPLES = 2 * BoardFrame.RATE_HZ;
    private static final int TIMES_WITHOUT = 10;

    private final Electrodes electrodes;
    private final boolean noRatesYet;
    private final Walk heart;
    private final Walk respiration;
    private int times;

    Ads1292rBoard(long seed, boolean noRatesYet) {
        this.electrodes = new Electrodes(
                seed, BoardFrame.RATE_HZ, BigDecimal.valueOf(HealthyPiBoard.NANOVOLTS_PER_STEP, 6), Set.of());
        this.noRatesYet = noRatesYet;
        Random random = new Random(seed);
        this.heart = new Walk(random, 55, 110, 3);
        this.respiration = new Walk(random, 11, 24, 2);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        boolean none = noRatesYet && times++ < TIMES_WITHOUT;
        int rate = none ? 0 : heart.next();
        int breaths = none ? 0 : respiration.next();
        int[] samples = electrodes.next(SAMPLES);
        List<DeviceAct> acts = new ArrayList<>(electrodes.truth(samples));
        if (!none) {
            acts.add(Measured.of(HEART_RATE, rate, UcumUnit.PER_MINUTE));
            acts.add(Measured.of(RESPIRATION_RATE, breaths, UcumUnit.PER_MINUTE));
        }
        FrameWriter stream = new FrameWriter();
        for (int sample : samples) {
            stream.bytes(BoardFrame.of(new FrameWriter()
                    .little(2, sample)
                    .little(2, sample / 8)
                    .little(2, rate)
                    .little(2, breaths)));
        }
        acts.add(stream.onStream());
        acts.add(new Wake(EVERY));
        return acts;
    }
}
