package io.maimen.simulator.device.astm;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An analyser's side of LIS01-A2: establishment, transfer and termination, and the host's turn where the host was asked
 * something. A message is offered until its last frame is acknowledged, over connections too. Confined to one thread.
 *
 * <p>Source: LIS01-A2 6.3 to 6.5; docs/devices/astm-analyser.md, "Session".
 */
final class LineAnalyser implements EventDevice {
    private static final Duration EVERY = Duration.ofSeconds(9);
    private static final int MAX_SENDINGS = 6;

    private enum State {
        /** The line is nobody's. */
        IDLE,
        /** Neither: the line is left alone until {@link #due}. */
        WAITING,
        ENQUIRED,
        /** A frame goes out soon, unless there are more answers than questions: they carry no number. */
        ANSWERED,
        SENT,
        /** The host has the line. */
        LISTENING
    }

    private final AnalyserMessages messages;
    private final LineTimes times;
    /** Messages not yet taken, as frames. */
    private final Deque<List<byte[]>> open = new ArrayDeque<>();

    private final HeardFrame heard = new HeardFrame();
    private State state = State.IDLE;
    private int frame;
    private int sendings;
    /** Something went unanswered: its answer may still come, and must not be taken for that to something else. */
    private boolean unanswered;

    private Instant measuresAt = Instant.MAX;
    private Instant due = Instant.MAX;
    private List<DeviceAct> acts = new ArrayList<>();

    LineAnalyser(AnalyserMessages messages, LineTimes times) {
        this.messages = messages;
        this.times = times;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        measuresAt = at.plus(EVERY);
        enquire(at);
        return done(at);
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        state = State.IDLE;
        heard.forget();
        return List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        if (!measuresAt.isAfter(at)) {
            measuresAt = at.plus(EVERY);
            measure(at);
        }
        if (!due.isAfter(at)) {
            due = Instant.MAX;
            overdue(at);
        }
        return done(at);
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        for (byte one : bytes.toArray()) {
            hear(one, at);
        }
        return done(at);
    }

    private void measure(Instant at) {
        open.add(messages.specimen(at, acts));
        if (messages.asks()) {
            open.add(messages.query(at));
        }
        if (messages.contends()) {
            open.add(messages.query(at));
        }
        if (state == State.IDLE) {
            enquire(at);
        }
    }

    private void enquire(Instant at) {
        if (open.isEmpty()) {
            state = State.IDLE;
            due = Instant.MAX;
            return;
        }
        say(State.ENQUIRED, at.plus(times.reply()), Frame.ENQ);
    }

    private void overdue(Instant at) {
        switch (state) {
            case WAITING -> enquire(at);
            case ANSWERED -> {
                unanswered = false;
                send(at);
            }
            case ENQUIRED, SENT -> {
                unanswered = true;
                again(Duration.ZERO, at);
            }
            case IDLE, LISTENING -> enquire(at);
        }
    }

    private void hear(byte one, Instant at) {
        switch (state) {
            case ENQUIRED -> {
                if (one == Frame.ACK) {
                    frame = 0;
                    sendings = 0;
                    wait(State.ANSWERED, unanswered ? times.settle() : Duration.ZERO, at);
                } else if (one == Frame.ENQ) {
                    wait(State.WAITING, times.contention(), at);
                } else {
                    again(times.busy(), at);
                }
            }
            case ANSWERED -> again(times.contention(), at);
            case SENT -> answered(one == Frame.ACK, at);
            case IDLE, WAITING -> {
                if (one == Frame.ENQ) {
                    say(State.LISTENING, at.plus(times.reply()), Frame.ACK);
                }
            }
            case LISTENING -> listen(one, at);
        }
    }

    private void answered(boolean acknowledged, Instant at) {
        if (acknowledged) {
            sendings = 0;
            frame++;
        }
        if (frame == open.element().size()) {
            open.remove();
            acts.add(DeviceAct.Send.stream(Frame.EOT));
            // With an open question the host speaks next, unless this analyser cannot wait.
            wait(State.WAITING, messages.asks() && !messages.contends() ? times.contention() : Duration.ZERO, at);
            if (messages.contends()) {
                enquire(at);
            }
        } else if (sendings == MAX_SENDINGS) {
            again(times.busy(), at);
        } else {
            wait(State.ANSWERED, unanswered ? times.settle() : Duration.ZERO, at);
        }
    }

    private void send(Instant at) {
        sendings++;
        say(State.SENT, at.plus(times.reply()), open.element().get(frame));
    }

    private void listen(byte one, Instant at) {
        if (one == Frame.EOT) {
            heard.forget();
            enquire(at);
        } else {
            heard.next(one)
                    .ifPresent(whole -> say(State.LISTENING, at.plus(times.reply()), whole ? Frame.ACK : Frame.NAK));
        }
    }

    /** Gives the session up; the message begins anew after {@code pause}. */
    private void again(Duration pause, Instant at) {
        acts.add(DeviceAct.Send.stream(Frame.EOT));
        wait(State.WAITING, pause, at);
    }

    private void wait(State next, Duration pause, Instant at) {
        state = next;
        due = at.plus(pause);
    }

    private void say(State next, Instant until, byte... bytes) {
        acts.add(DeviceAct.Send.stream(bytes));
        state = next;
        due = until;
    }

    private List<DeviceAct> done(Instant at) {
        Instant first = due.isBefore(measuresAt) ? due : measuresAt;
        acts.add(new Wake(Duration.between(at, first)));
        List<DeviceAct> told = acts;
        acts = new ArrayList<>();
        return told;
    }
}
