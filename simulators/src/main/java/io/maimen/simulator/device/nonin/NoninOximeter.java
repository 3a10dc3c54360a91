package io.maimen.simulator.device.nonin;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One oximeter. In format 13 it pages its host with what it remembers, and forgets what it has sent. */
final class NoninOximeter implements EventDevice {
    /** As long as it listens to its host in format 13, and then as often as somebody measures. */
    static final Duration LISTENING = Duration.ofSeconds(5);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int REMEMBERED = 6;
    private static final int MEMORY = 20;
    private static final int FIRST_YEAR = 2000;

    private final FingerClip clip;
    private final DeviceClock clock;
    private final boolean lowBattery;
    private final NoninCommands commands = new NoninCommands();
    private final Deque<Kept> memory = new ArrayDeque<>();
    private NoninFormat format;
    private Instant listensUntil = Instant.MIN;

    NoninOximeter(NoninFormat format, FingerClip clip, DeviceClock clock, boolean lowBattery) {
        this.format = format;
        this.clip = clip;
        this.clock = clock;
        this.lowBattery = lowBattery;
    }

    /** People measure while the line is down as well. */
    @Override
    public List<DeviceAct> connected(Instant at) {
        listensUntil = at.plus(LISTENING);
        if (format == NoninFormat.SPOT_CHECK) {
            for (int hour = REMEMBERED; hour > 0 && memory.size() < MEMORY; hour--) {
                memory.add(new Kept(clip.next(), clock.shows(at).minusHours(hour)));
            }
            return List.of(new Wake(LISTENING));
        }
        return List.of(new Wake(SECOND));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        if (format == NoninFormat.SPOT_CHECK) {
            while (!memory.isEmpty()) {
                Kept kept = memory.remove();
                say(acts, kept.second(), NoninFrames.spotCheck(kept.second(), kept.shown(), true, lowBattery));
            }
            Second second = clip.next();
            say(acts, second, NoninFrames.spotCheck(second, clock.shows(at), false, lowBattery));
            acts.add(new Wake(LISTENING));
        } else {
            Second second = clip.next();
            say(
                    acts,
                    second,
                    format == NoninFormat.SECOND
                            ? NoninFrames.second(second, lowBattery)
                            : NoninFrames.packets(format, second));
            acts.add(new Wake(SECOND));
        }
        return acts;
    }

    private static void say(List<DeviceAct> acts, Second second, FrameWriter frame) {
        acts.addAll(second.truth());
        acts.add(frame.onStream());
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (byte[] command : commands.feed(bytes)) {
            if (at.isBefore(listensUntil)) {
                acts.addAll(answer(command, at));
            }
        }
        return acts;
    }

    private List<DeviceAct> answer(byte[] command, Instant at) {
        if (command[0] == NoninCommands.FORMAT && command.length == 4) {
            Optional<NoninFormat> wanted = NoninFormat.of(command[3]);
            wanted.ifPresent(told -> format = told);
            return wanted.isPresent()
                    ? List.of(Send.stream((byte) 0x06), new Wake(format == NoninFormat.SPOT_CHECK ? LISTENING : SECOND))
                    : List.of(Send.stream((byte) 0x15));
        } else if (command[0] == NoninCommands.TIME && command.length == 8) {
            try {
                clock.set(
                        LocalDateTime.of(
                                FIRST_YEAR + command[2], command[3], command[4], command[5], command[6], command[7]),
                        at);
                return List.of();
            } catch (DateTimeException noSuchTime) {
                return List.of(Send.stream((byte) 0x15));
            }
        } else if (command[0] == NoninCommands.TIME) {
            LocalDateTime shown = clock.shows(at);
            return List.of(new FrameWriter()
                    .octets(2, 0xF2, 6, shown.getYear() % 100, shown.getMonthValue(), shown.getDayOfMonth())
                    .octets(shown.getHour(), shown.getMinute(), shown.getSecond(), 3)
                    .onStream());
        }
        return List.of(Send.stream((byte) 0x15));
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        commands.forget();
        return List.of();
    }

    /** A spot check that waits to be sent. */
    private record Kept(Second second, LocalDateTime shown) {}
}
