package io.maimen.simulator.device.cyton;

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
import java.util.List;
import java.util.Set;

/** One board: {@code v} brings it to its beginning, {@code b} starts and {@code s} stops it. */
final class CytonBoard implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int RATE_HZ = 250;
    private static final int LOST_EVERY = 100;
    private static final int CHANNELS = 8;
    private static final int GAIN = 24;
    /** A reference of 4.5 V over gain and 23 bits. */
    private static final BigDecimal MILLIVOLTS_PER_STEP =
            BigDecimal.valueOf(4_500).divide(BigDecimal.valueOf(GAIN * 8_388_607L), MathContext.DECIMAL64);

    private final Electrodes electrodes;
    private final boolean loses;
    private final boolean rawAuxiliary;
    private boolean runs;
    private int counter;

    CytonBoard(long seed, Set<String> habits) {
        this.electrodes = new Electrodes(seed, RATE_HZ, MILLIVOLTS_PER_STEP, Set.of());
        this.loses = habits.contains(CytonFamily.LOST_PACKETS);
        this.rawAuxiliary = habits.contains(CytonFamily.RAW_AUXILIARY);
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (byte command : bytes.toArray()) {
            if (command == 'v') {
                runs = false;
                acts.add(new FrameWriter()
                        .text("OpenBCI V3 8-16 channel\nOn Board ADS1299 Device ID: 0x3E\nFirmware: v3.1.1\n$$$")
                        .onStream());
            } else if (command == 'b' && !runs) {
                runs = true;
                counter = 0;
                acts.add(new Wake(SECOND));
            } else if (command == 's') {
                runs = false;
            }
        }
        return acts;
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (!runs) {
            return List.of();
        }
        List<DeviceAct> acts = new ArrayList<>();
        FrameWriter stream = new FrameWriter();
        int number = 0;
        for (int sample : electrodes.next(RATE_HZ)) {
            int packet = counter++;
            if (loses && ++number % LOST_EVERY == 0) {
                continue;
            }
            acts.addAll(electrodes.truth(sample));
            stream.octets(0xA0, packet).big(3, sample);
            for (int other = 1; other < CHANNELS; other++) {
                stream.big(3, sample / (other + 1));
            }
            if (rawAuxiliary) {
                stream.octets(0xA0, 0xC0, 0, 1, 2, 3, 0xC1);
            } else {
                stream.big(2, 224).big(2, 224).big(2, 3952).octets(0xC0); // g in steps of 0.000125
            }
        }
        acts.add(stream.onStream());
        acts.add(new Wake(SECOND));
        return acts;
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        runs = false;
        return List.of();
    }
}
