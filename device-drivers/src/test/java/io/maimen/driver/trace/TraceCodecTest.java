package io.maimen.driver.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.trace.TraceEntry.Answered;
import io.maimen.driver.trace.TraceEntry.Asked;
import io.maimen.driver.trace.TraceEntry.Failed;
import io.maimen.driver.trace.TraceEntry.Written;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCodecTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Channel MEASUREMENT = new Channel("00002a35-0000-1000-8000-00805f9b34fb");
    private static final TraceHeader HEADER = new TraceHeader(
            "thermometer",
            AT,
            DeviceId.serial("T-1"),
            "c-1",
            ZoneId.of("Asia/Shanghai"),
            Map.of("a", "b"),
            "pressed twice");

    private final TraceCodec codec = new TraceCodec();

    @Test
    void everyKindOfEntryIsReadAsItWasWritten() throws TraceException {
        Trace trace = new Trace(
                HEADER,
                List.of(
                        new Asked(AT, MEASUREMENT, Asked.Kind.SUBSCRIBE),
                        new Asked(AT, MEASUREMENT, Asked.Kind.READ),
                        new Failed(AT, MEASUREMENT, "not permitted"),
                        new TraceEntry.Received(AT, Channel.STREAM, new DeliveryId(7), Bytes.of((byte) 5), "a cough"),
                        new Written(AT, Channel.STREAM, Bytes.of((byte) 6), true, ""),
                        new Answered(AT, new DeliveryId(7), Acknowledgement.ACCEPTED),
                        new TraceEntry.Disconnected(AT)),
                List.of());
        List<String> file = Stream.concat(lines(trace), lines(trace)).toList();
        assertEquals(List.of(trace, trace), codec.read(file, "two.jsonl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"at\":\"2026-03-02T01:00:00Z\",\"direction\":\"up\",\"hex\":\"00\"}",
                "{\"at\":\"yesterday\",\"direction\":\"d2h\",\"hex\":\"00\"}",
                "{\"at\":\"2026-03-02T01:00:00Z\",\"direction\":\"d2h\",\"hex\":\"0\"}",
                "{\"at\":\"2026-03-02T01:00:00Z\",\"direction\":\"d2h\",\"do\":\"dance\"}",
                "{\"trace\":2}"
            })
    void aLineThatIsNoneIsNamed(String line) {
        TraceException refusal =
                assertThrows(TraceException.class, () -> codec.read(List.of(codec.write(HEADER), line), "bad.jsonl"));
        assertEquals("DEC-030 bad.jsonl line 2 must be", refusal.getMessage().substring(0, 32));
    }

    @Test
    void entriesWithoutAHeaderAreRefused() {
        String entry = codec.write(new TraceEntry.Disconnected(AT));
        assertThrows(TraceException.class, () -> codec.read(List.of(entry), "headless.jsonl"));
    }

    /** A thermometer: flags 00 (Celsius, no time), 36.5 as FLOAT 6D 01 00 FF. */
    @Test
    void aRecordedConnectionSaysWhatWasHeardSaidAndStored() throws TraceException {
        DeviceDriver driver =
                ((DriverCatalogue.Found.Driver) DriverCatalogue.installed().find("thermometer")).driver();
        List<TraceLine> lines = new ArrayList<>();
        DeviceProtocol protocol = new RecordingProtocol(
                driver.open(headerWithoutOptions().context("c-2")), headerWithoutOptions(), lines::add);
        protocol.on(new Connected(AT));
        Channel temperature = new Channel("00002a1c-0000-1000-8000-00805f9b34fb");
        Bytes frame = Bytes.of(HexFormat.of().parseHex("006d0100ff"));
        List<Store> stores =
                protocol
                        .on(new Received(temperature, DeliveryId.NONE, frame, new ReceiveTime(AT.plusSeconds(1))))
                        .stream()
                        .filter(Store.class::isInstance)
                        .map(Store.class::cast)
                        .toList();
        stores.forEach(store -> protocol.on(new Stored(store.storeId())));
        protocol.on(new Disconnected(AT.plusSeconds(2)));

        Trace trace = codec.read(lines.stream().map(codec::write).toList(), "recorded")
                .get(0);
        assertEquals(
                List.of(frame),
                trace.received().stream().map(TraceEntry.Received::bytes).toList());
        assertEquals(stores.get(0).observations(), trace.expected());
        assertEquals(AT.plusSeconds(2), trace.end());
    }

    private static TraceHeader headerWithoutOptions() {
        return new TraceHeader(
                "thermometer", AT, DeviceId.serial("T-1"), "c-2", ZoneId.of("Asia/Shanghai"), Map.of(), "");
    }

    private Stream<String> lines(Trace trace) {
        return trace.lines().stream().map(codec::write);
    }
}
