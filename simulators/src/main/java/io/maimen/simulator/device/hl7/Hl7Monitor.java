package io.maimen.simulator.device.hl7;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.hl7.MonitorMessage.Written;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One monitor: one message at a time, the same again after AE, or when there was no answer, or on the next connection; given up
 * after AR.
 */
final class Hl7Monitor implements EventDevice {
    static final Duration ANSWER_DUE = Duration.ofSeconds(5);

    private static final Duration EVERY = Duration.ofSeconds(8);
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;

    private final MonitorMessage messages;
    private final DeviceClock clock;
    private final boolean saysItTwice;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private Optional<Written> open = Optional.empty();

    Hl7Monitor(MonitorMessage messages, DeviceClock clock, boolean saysItTwice) {
        this.messages = messages;
        this.clock = clock;
        this.saysItTwice = saysItTwice;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return open.isPresent() ? send() : List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (open.isPresent()) {
            return send();
        }
        Written message = messages.next(clock.shows(at));
        open = Optional.of(message);
        List<DeviceAct> acts = new ArrayList<>(message.truth());
        acts.addAll(send());
        return acts;
    }

    private List<DeviceAct> send() {
        DeviceAct framed = new FrameWriter()
                .octets(START)
                .bytes(open.orElseThrow().text().getBytes(StandardCharsets.UTF_8))
                .octets(END, RETURN)
                .onStream();
        return saysItTwice ? List.of(framed, framed, new Wake(ANSWER_DUE)) : List.of(framed, new Wake(ANSWER_DUE));
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        for (byte one : bytes.toArray()) {
            if (one == START) {
                answer.reset();
            } else if (one == END) {
                acts.addAll(answered(answer.toString(StandardCharsets.UTF_8)));
            } else {
                answer.write(one);
            }
        }
        return acts;
    }

    /** Only an answer to the open message, as a segment of its own, counts. */
    private List<DeviceAct> answered(String text) {
        for (String segment : text.split("\r", -1)) {
            String[] fields = segment.split("\\|", -1);
            if (fields.length > 2
                    && fields[0].equals("MSA")
                    && open.filter(message -> message.controlId().equals(fields[2]))
                            .isPresent()
                    && !fields[1].endsWith("E")) {
                open = Optional.empty();
                return List.of(new Wake(EVERY));
            }
        }
        return List.of();
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        answer.reset();
        return List.of();
    }
}
