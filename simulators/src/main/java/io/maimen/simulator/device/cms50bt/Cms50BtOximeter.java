package io.maimen.simulator.device.cms50bt;

import io.maimen.observation.Bytes;
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

/** One CMS50D-BT: tells values while it is asked for them again and again. */
final class Cms50BtOximeter implements EventDevice {
    private static final Bytes ASK = Bytes.of((byte) 0x9B, (byte) 0x01, (byte) 0x1C);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int WAVES_PER_SECOND = 25;

    private final FingerClip clip;
    private boolean runs;
    private Instant asked = Instant.MIN;

    Cms50BtOximeter(FingerClip clip) {
        this.clip = clip;
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        if (!bytes.equals(ASK)) {
            return List.of();
        }
        asked = at;
        boolean ran = runs;
        runs = true;
        return ran ? List.of() : List.of(new Wake(SECOND));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (!runs || asked.plus(PATIENCE).isBefore(at)) {
            runs = false;
            return List.of();
        }
        Second second = clip.next();
        List<DeviceAct> acts = new ArrayList<>(second.truth());
        for (int wave = 0; wave < WAVES_PER_SECOND; wave++) {
            int pleth = second.pleth((double) wave / WAVES_PER_SECOND);
            acts.add(summed(new FrameWriter().octets(0xEB, 0, 3, pleth, pleth >> 3)));
        }
        acts.add(summed(new FrameWriter()
                .octets(0xEB, 1, 4, second.out() ? 0xFF : second.pulse(), second.out() ? 0x7F : second.saturation())
                .octets(0x7F, 0)));
        acts.add(new Wake(SECOND));
        return acts;
    }

    private static DeviceAct summed(FrameWriter frame) {
        return frame.octets(frame.sum()).on(Cms50BtFamily.NOTIFY);
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        runs = false;
        return List.of();
    }
}
