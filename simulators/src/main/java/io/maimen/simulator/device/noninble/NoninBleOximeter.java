package io.maimen.simulator.device.noninble;

import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One oximeter: a notification a second, from the moment somebody listens. */
final class NoninBleOximeter implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int LENGTH = 10;
    /** What the bytes between length and counter mean is not published; these are nothing's. */
    private static final int STATUS_BYTES = 4;

    private static final int NO_SATURATION = 127;
    private static final int NO_RATE = 511;

    private final FingerClip clip;
    private int counter;

    NoninBleOximeter(FingerClip clip) {
        this.clip = clip;
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return channel.equals(NoninBleFamily.SAMPLES) ? List.of(new Wake(SECOND)) : List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Second second = clip.next();
        List<DeviceAct> acts = new ArrayList<>(second.truth());
        acts.add(new FrameWriter()
                .octets(LENGTH)
                .bytes(new byte[STATUS_BYTES])
                .big(2, ++counter)
                .octets(second.out() ? NO_SATURATION : second.saturation())
                .big(2, second.out() ? NO_RATE : second.pulse())
                .on(NoninBleFamily.SAMPLES));
        acts.add(new Wake(SECOND));
        return acts;
    }
}
