package io.maimen.simulator.device.cms50;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One CMS50. It stops by itself when it has heard nothing for some seconds. */
final class Cms50Oximeter implements EventDevice {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(6); // a keep-alive is due every five
    private static final int PACKETS_PER_SECOND = 60;
    private static final int SEARCH_SECONDS = 3;

    private final FingerClip clip;
    private final boolean searches;
    private final Cms50Packets packets = new Cms50Packets();
    private boolean runs;
    private int searchLeft;
    private Instant heard = Instant.MIN;

    Cms50Oximeter(FingerClip clip, boolean searches) {
        this.clip = clip;
        this.searches = searches;
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (int command : packets.commands(bytes)) {
            heard = at;
            switch (command) {
                case Cms50Packets.START -> {
                    if (!runs) {
                        acts.add(new Wake(SECOND));
                        searchLeft = searches ? SEARCH_SECONDS : 0;
                    }
                    runs = true;
                }
                case Cms50Packets.STOP -> {
                    runs = false;
                    acts.add(Send.stream(Cms50Packets.packet(0x0C)));
                }
                case Cms50Packets.IDENTIFIER ->
                    acts.add(Send.stream(Cms50Packets.packet(4, 'u', 's', 'e', 'r', ' ', ' ', ' ')));
                case Cms50Packets.KEEP_ALIVE -> {}
                default -> acts.add(Send.stream(Cms50Packets.packet(0x0B, command, 5))); // not supported
            }
        }
        return acts;
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (!runs || heard.plus(PATIENCE).isBefore(at)) {
            runs = false;
            return List.of();
        }
        Second second = clip.next();
        boolean searching = searchLeft > 0 && !second.out();
        List<DeviceAct> acts = new ArrayList<>(searching ? searched() : second.truth());
        FrameWriter out = new FrameWriter();
        for (int index = 0; index < PACKETS_PER_SECOND; index++) {
            out.bytes(Cms50Packets.live(second, (double) index / PACKETS_PER_SECOND, searching));
        }
        acts.add(out.onStream());
        acts.add(new Wake(SECOND));
        return acts;
    }

    /** What a search says, said once. */
    private List<DeviceAct> searched() {
        return searchLeft-- < SEARCH_SECONDS
                ? List.of()
                : List.of(
                        Measured.absent(Nomenclature.OXYGEN_SATURATION, UcumUnit.PERCENT),
                        Measured.absent(Nomenclature.PULSE_RATE_OXIMETER, UcumUnit.PER_MINUTE));
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        runs = false;
        packets.forget();
        return List.of();
    }
}
