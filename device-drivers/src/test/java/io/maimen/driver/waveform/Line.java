package io.maimen.driver.waveform;

import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A line with one device on it, and what its driver made of the bytes. */
public final class Line {
    public static final Instant NOW = Instant.parse("2026-03-04T00:15:00Z");

    private final DeviceProtocol protocol;
    private final List<DriverAction> actions = new ArrayList<>();

    public Line(DeviceDriver driver, Map<String, String> options) {
        protocol = driver.open(
                new DeviceContext(DeviceId.serial("E-1"), "connection-1", ZoneOffset.UTC, new DriverOptions(options)));
    }

    public DeviceProtocol protocol() {
        return protocol;
    }

    public Line receive(byte[] bytes, Instant at) {
        actions.addAll(protocol.on(Received.stream(Bytes.of(bytes), new ReceiveTime(at))));
        return this;
    }

    /** All of it at one moment, in pieces of this length. */
    public Line receive(byte[] bytes, int piece) {
        for (int at = 0; at < bytes.length; at += piece) {
            receive(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)), NOW);
        }
        return this;
    }

    public Line end() {
        actions.addAll(protocol.on(new Disconnected(NOW)));
        return this;
    }

    /** Stores come again at the end of a connection where nobody said that they were done; each counts once. */
    public List<Observation> observations() {
        return actions.stream()
                .filter(Store.class::isInstance)
                .distinct()
                .flatMap(store -> ((Store) store).observations().stream())
                .toList();
    }

    public List<Observation> waveforms() {
        return observations().stream()
                .filter(observation -> observation.value() instanceof SampledValue)
                .toList();
    }

    public List<String> refusals() {
        return actions.stream()
                .filter(Reject.class::isInstance)
                .map(reject -> ((Reject) reject).error().code())
                .toList();
    }

    /** What went into quarantine. */
    public byte[] refusedBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        actions.stream()
                .filter(Reject.class::isInstance)
                .forEach(reject ->
                        bytes.writeBytes(((Reject) reject).rawFrame().bytes().toArray()));
        return bytes.toByteArray();
    }

    /** What was stored of waveforms. */
    public byte[] storedBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        actions.stream()
                .filter(Store.class::isInstance)
                .distinct()
                .filter(store ->
                        ((Store) store).observations().stream().anyMatch(one -> one.value() instanceof SampledValue))
                .forEach(store -> ((Store) store)
                        .rawFrames()
                        .forEach(frame -> bytes.writeBytes(frame.bytes().toArray())));
        return bytes.toByteArray();
    }

    public static SampledValue value(Observation observation) {
        return (SampledValue) observation.value();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
