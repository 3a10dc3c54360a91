package io.maimen.simulator.device.poct1a;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One analyser: hello, status, and when asked its observations, each after the one before was acknowledged. */
final class Poct1aAnalyser implements EventDevice {
    private static final Duration EVERY = Duration.ofSeconds(9);
    private static final int REMEMBERED = 4;
    private static final Pattern ROOT = Pattern.compile("<([A-Z]{3}\\.R\\d\\d)>.*?</\\1\\s*>", Pattern.DOTALL);

    /** What it waits for. */
    private enum State {
        SILENT,
        HELLO_TOLD,
        STATUS_TOLD,
        OBSERVATION_TOLD,
        TOPIC_ENDED,
        CONTINUOUS
    }

    private final Poct1aMessages messages;
    private final HaemoglobinMemory memory;
    private final DeviceClock clock;
    private final StringBuilder heard = new StringBuilder();
    private State state = State.SILENT;
    private boolean continuous;
    private boolean begun;

    Poct1aAnalyser(Poct1aMessages messages, HaemoglobinMemory memory, DeviceClock clock) {
        this.messages = messages;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (int hour = begun ? 0 : REMEMBERED; hour > 0; hour--) {
            acts.add(memory.measure(clock.shows(at).minusHours(hour)));
        }
        begun = true;
        memory.connected();
        state = State.HELLO_TOLD;
        acts.add(messages.hello(clock.shows(at)).onStream());
        return acts;
    }

    /** A new result; told at once where the host wants that. */
    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>(List.of(memory.measure(clock.shows(at)), new Wake(EVERY)));
        if (state == State.CONTINUOUS) {
            acts.addAll(nextObservation(clock.shows(at)));
        }
        return acts;
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        heard.append(new String(bytes.toArray(), StandardCharsets.UTF_8));
        List<DeviceAct> acts = new ArrayList<>();
        Matcher root = ROOT.matcher(heard);
        int end = 0;
        while (root.find()) {
            acts.addAll(hear(root.group(1), root.group(), clock.shows(at)));
            end = root.end();
        }
        heard.delete(0, end);
        return acts;
    }

    private List<DeviceAct> hear(String type, String message, LocalDateTime shown) {
        if (type.equals("ACK.R01")) {
            boolean accepted = attribute(message, "ACK.type_cd").equals("AA");
            boolean mine = attribute(message, "ACK.ack_control_id").equals(Integer.toString(messages.controlId()));
            return accepted && mine ? acknowledged(shown) : List.of();
        }
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(messages.acknowledge(shown, attribute(message, "HDR.control_id"))
                .onStream());
        if (type.equals("REQ.R01") && attribute(message, "REQ.request_cd").equals("ROBS")) {
            acts.addAll(nextObservation(shown));
        } else if (type.equals("DTV.R01")
                && attribute(message, "DTV.command_cd").equals("START_CONTINUOUS")) {
            continuous = true;
            state = State.CONTINUOUS;
            acts.add(new Wake(EVERY));
        }
        return acts;
    }

    private List<DeviceAct> acknowledged(LocalDateTime shown) {
        return switch (state) {
            case HELLO_TOLD -> {
                state = State.STATUS_TOLD;
                yield List.of(messages.status(shown, memory.open().size()).onStream());
            }
            case OBSERVATION_TOLD -> {
                memory.open().poll();
                yield nextObservation(shown);
            }
            case TOPIC_ENDED -> {
                state = State.SILENT;
                yield List.of();
            }
            default -> List.of();
        };
    }

    private List<DeviceAct> nextObservation(LocalDateTime shown) {
        if (memory.open().isEmpty()) {
            state = continuous ? State.CONTINUOUS : State.TOPIC_ENDED;
            return continuous ? List.of() : List.of(messages.endOfTopic(shown).onStream());
        }
        state = State.OBSERVATION_TOLD;
        FrameWriter told = messages.observation(shown, memory.open().peek());
        return List.of(told.onStream());
    }

    private static String attribute(String message, String element) {
        Matcher found = Pattern.compile("<" + Pattern.quote(element) + "\\s+V=\"([^\"]*)\"")
                .matcher(message);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        heard.setLength(0);
        state = State.SILENT;
        continuous = false;
        return List.of();
    }
}
