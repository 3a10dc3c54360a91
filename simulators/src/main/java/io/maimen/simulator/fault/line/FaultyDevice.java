package io.maimen.simulator.fault.line;

import static io.maimen.simulator.fault.line.LineFault.BIT_ERROR;
import static io.maimen.simulator.fault.line.LineFault.CLOCK_2000;
import static io.maimen.simulator.fault.line.LineFault.DRIFT;
import static io.maimen.simulator.fault.line.LineFault.LOST;
import static io.maimen.simulator.fault.line.LineFault.REPEATED;
import static io.maimen.simulator.fault.line.LineFault.RESET;
import static io.maimen.simulator.fault.line.LineFault.SILENCE;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.HangUp;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A device on a bad line. What it measured stays as true as it was; only what it sends and what its clock shows suffers. Values
 * that the host reads by name arrive whole: there the line itself would ask again. Faults that a link cannot have are left out.
 */
public final class FaultyDevice implements LineDevice {
    private static final Duration SILENT_FOR = Duration.ofSeconds(10);
    private static final LocalDateTime BATTERY_WAS_OUT = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final LineDevice device;
    private final DeviceLink link;
    private final DeviceClock clock;
    private final LineFaults faults;
    private final Random random;
    private final StreamCuts cuts;
    private final Alarms alarms = new Alarms();
    private Instant silentUntil = Instant.MIN;
    private boolean down;

    private FaultyDevice(LineDevice device, DeviceLink link, DeviceClock clock, LineFaults faults, Random random) {
        this.device = device;
        this.link = link;
        this.clock = clock;
        this.faults = faults;
        this.random = random;
        this.cuts = new StreamCuts(faults, random);
    }

    /**
     * A device of a family, behind faults.
     *
     * @param seed gives the same readings and the same faults
     * @param clock the right time
     */
    public static LineDevice of(
            DeviceFamily family, long seed, DeviceClock clock, Set<String> habits, LineFaults faults) {
        DeviceClock inside = faults.of(DRIFT) > 0 ? new DriftingClock(clock, faults.of(DRIFT)) : clock;
        return new FaultyDevice(
                family.make(seed, inside, habits), family.link(), inside, faults, new Random(seed ^ 0x5EED));
    }

    @Override
    public List<DeviceAct> on(HostEvent event) {
        Instant now = event.at();
        List<DeviceAct> out = new ArrayList<>();
        if (event instanceof HostEvent.Connected || event instanceof HostEvent.Disconnected) {
            cuts.forget();
            alarms.forget();
            down = false;
            silentUntil = Instant.MIN;
        }
        if (event instanceof HostEvent.Connected && strikes(CLOCK_2000)) {
            clock.set(BATTERY_WAS_OUT, now);
        }
        if (event instanceof HostEvent.Elapsed) {
            if (alarms.lineIsDue(now)) {
                cuts.release().ifPresent(out::add);
            }
            if (alarms.deviceIsDue(now)) {
                pass(device.on(event), now, out);
            }
        } else if (event instanceof HostEvent.ReadAsked) {
            device.on(event).forEach(act -> passWhole(act, now, out));
        } else {
            pass(device.on(event), now, out);
        }
        alarms.next(now).ifPresent(after -> out.add(new Wake(after)));
        return out;
    }

    private void pass(List<DeviceAct> acts, Instant now, List<DeviceAct> out) {
        for (DeviceAct act : acts) {
            if (act instanceof Send send) {
                send(send, now, out);
            } else {
                passWhole(act, now, out);
            }
        }
    }

    private void passWhole(DeviceAct act, Instant now, List<DeviceAct> out) {
        if (act instanceof Wake wake) {
            alarms.device(now.plus(wake.after()));
            return;
        }
        if (act instanceof HangUp) {
            cuts.release().ifPresent(out::add);
        }
        out.add(act);
    }

    private void send(Send send, Instant now, List<DeviceAct> out) {
        if (down || silent(now) || strikes(LOST)) {
            return;
        }
        Send changed = strikes(BIT_ERROR) ? new Send(send.channel(), turned(send.bytes())) : send;
        if (strikes(RESET)) {
            cuts.release().ifPresent(out::add);
            if (stream()) {
                byte[] bytes = changed.bytes().toArray();
                out.add(Send.stream(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))));
            }
            out.add(new HangUp());
            down = true;
            return;
        }
        travel(changed, now, out);
        if (strikes(REPEATED)) {
            travel(changed, now, out);
        }
    }

    private void travel(Send send, Instant now, List<DeviceAct> out) {
        if (stream()) {
            out.addAll(cuts.travel(send.bytes()));
            if (cuts.holds()) {
                alarms.line(now.plus(StreamCuts.HELD_FOR));
            }
        } else {
            out.add(send);
        }
    }

    private boolean silent(Instant now) {
        if (strikes(SILENCE)) {
            silentUntil = now.plus(SILENT_FOR);
        }
        return now.isBefore(silentUntil);
    }

    private Bytes turned(Bytes whole) {
        byte[] bytes = whole.toArray();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return Bytes.of(bytes);
    }

    private boolean stream() {
        return LineFault.SPLIT.befalls(link);
    }

    private boolean strikes(LineFault fault) {
        return fault.befalls(link) && random.nextInt(1000) < faults.of(fault);
    }
}
