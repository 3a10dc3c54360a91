package io.maimen.simulator.query;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.match.AlertLatencies.Subject;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client that sits before the stream of events and notes when each alert came. Thread-safe; it reads on a thread of its
 * own until {@link #close}.
 *
 * <p>Source of the format: WHATWG HTML, "Server-sent events": {@code event:} and {@code data:} lines, ended by an empty
 * line.
 */
public final class AlertWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);

    private final Stream<String> lines;
    private final Clock clock;
    private final CountDownLatch greeted = new CountDownLatch(1);
    private final Map<Subject, Instant> arrivals = new HashMap<>();
    private final Set<String> alerts = new HashSet<>();

    private AlertWatch(Stream<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Opens the stream; when this returns, the server has greeted and no later alert is missed. */
    public static AlertWatch open(ServerClient server, Clock clock) throws IOException, InterruptedException {
        AlertWatch watch = new AlertWatch(server.events(), clock);
        Thread reader = new Thread(watch::read, "alert-watch");
        reader.setDaemon(true);
        reader.start();
        if (!watch.greeted.await(10, TimeUnit.SECONDS)) {
            throw new IOException("SIM-042 /api/events must begin with an event but was silent for 10 s");
        }
        return watch;
    }

    /** When the first alert of each subject came. */
    public synchronized Map<Subject, Instant> arrivals() {
        return Map.copyOf(arrivals);
    }

    /** How many alerts came, each counted once however often it changed. */
    public synchronized int alerts() {
        return alerts.size();
    }

    private void read() {
        try {
            StringBuilder event = new StringBuilder();
            StringBuilder data = new StringBuilder();
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event.append(line.substring(6).strip());
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.isEmpty()) {
                    dispatch(event.toString(), data.toString());
                    event.setLength(0);
                    data.setLength(0);
                }
            });
        } catch (RuntimeException e) {
            // The stream of lines wraps whatever broke the connection; being closed is one of them.
            LOG.debug("the stream of events ended", e);
        }
    }

    private void dispatch(String event, String data) {
        Instant now = clock.instant();
        if (!event.isEmpty()) {
            greeted.countDown();
        }
        if (event.equals("alert")) {
            JsonObject alert = new JsonObject(data);
            Optional<Subject> subject = subject(alert);
            synchronized (this) {
                alerts.add(alert.getString("id"));
                subject.ifPresent(whom -> arrivals.putIfAbsent(whom, now));
            }
        }
    }

    /** The patient where one is known, else the specimen; a device alone is nobody. */
    private static Optional<Subject> subject(JsonObject alert) {
        Optional<Subject> patient =
                Optional.ofNullable(alert.getJsonObject("patient")).map(who -> Subject.patient(who.getString("id")));
        return patient.or(() -> Optional.ofNullable(alert.getString("specimen"))
                .map(specimen -> Subject.specimen(DeviceId.parse(alert.getString("device")), specimen)));
    }

    @Override
    public void close() {
        lines.close();
    }
}
