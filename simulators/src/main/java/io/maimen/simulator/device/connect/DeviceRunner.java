package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.HangUp;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One device in real time: what its line tells waits in a queue for the one thread that {@link #run} is called on. */
final class DeviceRunner implements Host {
    private static final Duration PULSE = Duration.ofMillis(50);
    private static final int READ_PATIENCE_S = 2;
    private static final Bytes NOTHING = Bytes.of();

    /** Hears what a device does. */
    interface Listener {
        /** Before the bytes that say so go out. */
        void measured(Measured truth);

        /** Bytes went out. */
        void sent(Send send);

        /** Something else to tell people. */
        void told(String what);
    }

    private final LineDevice device;
    private final DeviceOutlet outlet;
    private final Listener listener;
    private final Clock clock;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private Instant wakeAt = Instant.MAX;
    private boolean connected;

    DeviceRunner(LineDevice device, DeviceOutlet outlet, Listener listener, Clock clock) {
        this.device = device;
        this.outlet = outlet;
        this.listener = listener;
        this.clock = clock;
    }

    /** Works until {@code stop} measures and sends no more. */
    void run(Stop stop) throws InterruptedException {
        while (stop.sending()) {
            Instant now = clock.instant();
            Duration pause = wakeAt.isBefore(now.plus(PULSE)) ? Duration.between(now, wakeAt) : PULSE;
            Runnable event = events.poll(Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
            if (event != null) {
                event.run();
            }
            Instant then = clock.instant();
            if (connected && !wakeAt.isAfter(then)) {
                wakeAt = Instant.MAX;
                act(device.on(new HostEvent.Elapsed(then)));
            }
        }
    }

    private void act(List<DeviceAct> acts) {
        for (DeviceAct act : acts) {
            if (act instanceof Measured measured) {
                listener.measured(measured);
            } else if (act instanceof Send send && connected) {
                outlet.send(send.channel(), send.bytes());
                listener.sent(send);
            } else if (act instanceof Wake wake) {
                wakeAt = clock.instant().plus(wake.after());
            } else if (act instanceof HangUp) {
                listener.told("hangs up");
                outlet.hangUp();
            }
        }
    }

    @Override
    public void connected() {
        events.add(() -> {
            connected = true;
            listener.told("connected");
            act(device.on(new HostEvent.Connected(clock.instant())));
        });
    }

    @Override
    public void subscribed(String channel) {
        events.add(() -> act(device.on(new HostEvent.Subscribed(channel, clock.instant()))));
    }

    @Override
    public void written(String channel, Bytes bytes) {
        events.add(() -> {
            listener.told("hears " + channel + " " + bytes.hex());
            act(device.on(new HostEvent.Written(channel, bytes, clock.instant())));
        });
    }

    @Override
    public Bytes read(String channel) {
        CompletableFuture<Bytes> answer = new CompletableFuture<>();
        events.add(() -> answer.complete(answer(channel)));
        try {
            return answer.get(READ_PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        } catch (ExecutionException | TimeoutException e) {
            // The device is ending: it has nothing to say any more.
            return NOTHING;
        }
    }

    /** The first value on the channel is the answer; all else happens as always. */
    private Bytes answer(String channel) {
        Bytes answer = NOTHING;
        boolean answered = false;
        for (DeviceAct act : device.on(new HostEvent.ReadAsked(channel, clock.instant()))) {
            if (!answered && act instanceof Send send && send.channel().equals(channel)) {
                answered = true;
                answer = send.bytes();
            } else {
                act(List.of(act));
            }
        }
        return answer;
    }

    @Override
    public void disconnected() {
        events.add(() -> {
            connected = false;
            wakeAt = Instant.MAX;
            listener.told("disconnected");
            act(device.on(new HostEvent.Disconnected(clock.instant())));
        });
    }
}
