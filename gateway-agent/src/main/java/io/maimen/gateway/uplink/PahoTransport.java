package io.maimen.gateway.uplink;

import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.schedule.Scheduler;
import io.maimen.observation.Lane;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MQTT 5 through Paho: one {@link PahoSession} at a time, and after its end another, with back-off. Thread-safe. */
public final class PahoTransport implements UplinkTransport {
    private static final Logger LOG = LoggerFactory.getLogger(PahoTransport.class);

    private final UplinkLogin login;
    private final BackOff backOff;
    private final Scheduler scheduler;
    private final Executor executor;
    private final UnaryOperator<byte[]> states;
    private Optional<PahoSession> session = Optional.empty();
    private Scheduler.Pending pending = Scheduler.Pending.NONE;
    private String lastTrouble = "";
    private boolean closed;

    /**
     * Nothing happens before {@link #open}.
     *
     * @param executor runs what may block for seconds
     * @param states takes each desired state that comes, and gives the report to send; asked by the executor
     */
    public PahoTransport(
            UplinkLogin login, BackOff backOff, Scheduler scheduler, Executor executor, UnaryOperator<byte[]> states) {
        this.login = login;
        this.backOff = backOff;
        this.scheduler = scheduler;
        this.executor = executor;
        this.states = states;
    }

    @Override
    public void open(Listener listener) {
        executor.execute(() -> connect(listener));
    }

    private synchronized void connect(Listener listener) {
        if (closed) {
            return;
        }
        PahoSession next =
                new PahoSession(login, listener, executor, states, this::proven, reason -> ended(reason, listener));
        session = Optional.of(next);
        next.connect();
    }

    /** The wait is short again once the server took something: one that accepts and drops must not be called in a loop. */
    private synchronized void proven() {
        backOff.reset();
        lastTrouble = "";
    }

    private synchronized void ended(String reason, Listener listener) {
        session = Optional.empty();
        if (closed) {
            return;
        }
        Duration wait = backOff.next();
        if (reason.equals(lastTrouble)) {
            LOG.info("GW-060 {}; trying again in {} ms", reason, wait.toMillis());
        } else {
            LOG.warn("GW-060 the server must be reachable at {} but was not: {}; trying again", login.url(), reason);
            lastTrouble = reason;
        }
        pending = scheduler.after(wait, () -> open(listener));
    }

    @Override
    public synchronized boolean canPublish() {
        return session.filter(PahoSession::canPublish).isPresent();
    }

    @Override
    public boolean publish(Lane lane, byte[] envelope) {
        Optional<PahoSession> current;
        synchronized (this) {
            current = session;
        }
        return current.filter(on -> on.publish(lane, envelope)).isPresent();
    }

    @Override
    public void close() {
        Optional<PahoSession> last;
        synchronized (this) {
            closed = true;
            pending.cancel();
            last = session;
        }
        last.ifPresent(PahoSession::close);
    }
}
