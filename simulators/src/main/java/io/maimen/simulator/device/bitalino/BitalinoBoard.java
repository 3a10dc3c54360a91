package io.maimen.simulator.device.bitalino;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One board: a byte sets the rate, a byte starts some of the inputs, and 0 stops them. */
final class BitalinoBoard implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int[] RATES_HZ = {1, 10, 100, 1000};
    private static final int RATE = 0b11;
    private static final int START = 0b01;
    private static final int INPUTS = 6;
    private static final int LOST_EVERY = 40;
    private static final int MIDDLE = 512;
    private static final int HIGHEST = 1023;
    /** A supply of 3.3 V over the sensor's gain of 1100 and ten bits. */
    private static final BigDecimal MILLIVOLTS_PER_STEP =
            BigDecimal.valueOf(3_300).divide(BigDecimal.valueOf(1_100 * 1_024L), MathContext.DECIMAL64);

    private final long seed;
    private final boolean loses;
    private int rateHz = RATES_HZ[RATES_HZ.length - 1];
    private int inputs;
    private int number;
    private Electrodes electrodes;

    BitalinoBoard(long seed, boolean loses) {
        this.seed = seed;
        this.loses = loses;
        this.electrodes = electrodes();
    }

    private Electrodes electrodes() {
        return new Electrodes(seed, rateHz, MILLIVOLTS_PER_STEP, Set.of());
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (byte command : bytes.toArray()) {
            if (command == 0) {
                inputs = 0;
            } else if ((command & RATE) == RATE && inputs == 0) {
                rateHz = RATES_HZ[(command & 0xFF) >> INPUTS];
                electrodes = electrodes();
            } else if ((command & RATE) == START && inputs == 0) {
                inputs = Integer.bitCount((command & 0xFF) >> 2);
                number = 0;
                acts.add(new Wake(SECOND));
            }
        }
        return acts;
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (inputs == 0) {
            return List.of();
        }
        List<DeviceAct> acts = new ArrayList<>();
        FrameWriter stream = new FrameWriter();
        for (int sample : electrodes.next(rateHz)) {
            int measured = Math.max(-MIDDLE + 1, Math.min(HIGHEST - MIDDLE - 1, sample));
            int now = number++;
            if (loses && now % LOST_EVERY == LOST_EVERY - 1) {
                continue;
            }
            int[] values = new int[inputs];
            Arrays.fill(values, MIDDLE);
            values[0] += measured;
            acts.addAll(electrodes.truth(measured));
            stream.bytes(BitalinoFrame.write(now, 0, values));
        }
        acts.add(stream.onStream());
        acts.add(new Wake(SECOND));
        return acts;
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        inputs = 0;
        return List.of();
    }
}
