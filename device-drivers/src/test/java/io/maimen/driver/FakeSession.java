package io.maimen.driver;

import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One connection of a driver to a device and an outbox that are not there: what it wanted done lies open. */
public final class FakeSession {
    /** 12:41 at the place. */
    public static final Instant NOW = Instant.parse("2026-11-02T04:41:00Z");

    public static final ReceiveTime AT = new ReceiveTime(NOW);

    /** What was stored, in order. */
    public final List<Observation> observations = new ArrayList<>();
    /** What went to quarantine. */
    public final List<Reject> rejects = new ArrayList<>();
    /** Everything that was wanted, in order. */
    public final List<DriverAction> actions = new ArrayList<>();
    /** Whether the outbox takes anything. */
    public boolean stores = true;

    private final DeviceProtocol protocol;

    public FakeSession(DeviceDriver driver, Map<String, String> options) {
        this(driver, options, "connection-1");
    }

    /** @param connection its name, unique over restarts */
    public FakeSession(DeviceDriver driver, Map<String, String> options, String connection) {
        protocol = driver.open(new DeviceContext(
                DeviceId.serial("D-0001"), connection, ZoneId.of("Asia/Shanghai"), new DriverOptions(options)));
    }

    public FakeSession connect() {
        return on(new Connected(NOW));
    }

    /** Bytes of a line, whole. */
    public FakeSession send(byte... bytes) {
        return on(Received.stream(Bytes.of(bytes), AT));
    }

    /** Bytes of a line, in pieces of that many. */
    public FakeSession sendInPieces(byte[] bytes, int length) {
        for (int at = 0; at < bytes.length; at += length) {
            send(Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)));
        }
        return this;
    }

    /** A notification or indication. */
    public FakeSession send(Channel channel, byte... bytes) {
        return on(new Received(channel, DeliveryId.NONE, Bytes.of(bytes), AT));
    }

    public FakeSession elapse() {
        return on(new Elapsed(NOW));
    }

    /** So long after {@link #NOW}. */
    public FakeSession elapse(Duration after) {
        return on(new Elapsed(NOW.plus(after)));
    }

    /** The device did not take what was written. */
    public FakeSession refuseWrite(Channel channel, String reason) {
        return on(new WriteFailed(channel, reason));
    }

    public FakeSession disconnect() {
        return on(new Disconnected(NOW));
    }

    /** Why the driver ended the connection; empty while it has not. */
    public List<String> closed() {
        return actions.stream()
                .filter(Close.class::isInstance)
                .map(action -> ((Close) action).reason())
                .toList();
    }

    /** The last thing but wakes that was wanted. */
    public DriverAction last() {
        List<DriverAction> wanted =
                actions.stream().filter(action -> !(action instanceof Wake)).toList();
        return wanted.get(wanted.size() - 1);
    }

    private FakeSession on(DriverEvent event) {
        for (DriverAction action : protocol.on(event)) {
            actions.add(action);
            if (action instanceof Reject reject) {
                rejects.add(reject);
            }
            if (action instanceof Store store) {
                if (stores) {
                    observations.addAll(store.observations());
                }
                on(stores ? new Stored(store.storeId()) : new NotStored(store.storeId(), "the disk is full"));
            }
        }
        return this;
    }

    /** Bytes as a person writes them: {@code 01 80 FF}. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
