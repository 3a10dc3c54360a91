package io.maimen.simulator.device.bci;

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

/** One BM1000: sixty frames a second, four in a notification. */
final class BciOximeter implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int NOTIFICATIONS = 15;
    private static final int FRAMES_EACH = 4;
    // In the first byte "no signal, probe unplugged", in the third "no finger, searching".
    private static final int NO_FINGER = 0b11_0000;

    private final FingerClip clip;

    BciOximeter(FingerClip clip) {
        this.clip = clip;
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return List.of(new Wake(SECOND));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Second second = clip.next();
        List<DeviceAct> acts = new ArrayList<>(second.truth());
        for (int notification = 0; notification < NOTIFICATIONS; notification++) {
            FrameWriter frames = new FrameWriter();
            for (int frame = 0; frame < FRAMES_EACH; frame++) {
                write(frames, second, (double) (notification * FRAMES_EACH + frame) / (NOTIFICATIONS * FRAMES_EACH));
            }
            acts.add(frames.on(BciFamily.NOTIFY));
        }
        acts.add(new Wake(SECOND));
        return acts;
    }

    private static void write(FrameWriter frames, Second second, double part) {
        int pulse = second.out() ? 0xFF : second.pulse();
        int pleth = second.pleth(part);
        int pulseBit7 = (pulse & 0x80) >> 1;
        frames.octets(0x80 | (second.out() ? NO_FINGER : 5)) // signal strength
                .octets(pleth, pulseBit7 | (second.out() ? NO_FINGER : pleth >> 3))
                .octets(pulse & 0x7F, second.out() ? 0x7F : second.saturation());
    }
}
