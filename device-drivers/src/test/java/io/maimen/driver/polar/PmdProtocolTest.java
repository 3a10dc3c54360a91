package io.maimen.driver.polar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.ReceiveTime;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PmdProtocolTest {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-04T00:15:00Z");
    private static final int IN_A_PACKET = 73;
    /** 73 samples at 130.5 Hz: this strap's crystal is a little fast. */
    private static final Duration BETWEEN_PACKETS = Duration.ofNanos(559_386_973);

    private static final Write SETTINGS = command("0100");
    private static final Write START = command("0200 0001 8200 0101 0E00");

    private final DeviceProtocol protocol = open();

    @Test
    void indicationsAndNotificationsAreEnabledBeforeAnythingIsAsked() {
        assertEquals(
                List.of(
                        new Subscribe(PmdChannel.CONTROL_POINT, SubscribeMode.INDICATE),
                        new Subscribe(PmdChannel.DATA, SubscribeMode.NOTIFY),
                        SETTINGS),
                protocol.on(new Connected(NOW)));
    }

    @Test
    void theEcgIsStartedWithWhatTheStrapOffers() {
        // answer F0 to 01 of ECG: success, no more; sample rate: 130; resolution: 14
        assertEquals(List.of(START), indicated("F0 01 00 00 00 0001 8200 0101 0E00"));
        assertEquals(List.of(), indicated("F0 02 00 00 00"));
    }

    @Test
    void aListInTwoIndicationsIsReadAsOne() {
        assertEquals(List.of(), indicated("F0 01 00 00 01 0001 82"));
        assertEquals(List.of(START), indicated("F0 01 00 00 00 00 0101 0E00"));
    }

    @Test
    void anEcgThatSomebodyLeftRunningIsStoppedAndStartedAnew() {
        assertEquals(List.of(command("0300")), indicated("F0 02 00 06 00"));
        assertEquals(List.of(START), indicated("F0 03 00 00 00"));
    }

    @Test
    void aStrapThatCallsTheMtuTooSmallIsAskedAgainButNotForEver() {
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(new Wake(Duration.ofSeconds(1))), indicated("F0 02 00 0A 00"));
            assertEquals(List.of(START), protocol.on(new Elapsed(NOW)));
        }
        Close close = assertInstanceOf(Close.class, indicated("F0 02 00 0A 00").get(0));
        assertTrue(close.reason().startsWith("PMD-011") && close.reason().contains("invalid mtu"), close.reason());
    }

    @Test
    void aStrapThatStoppedByItselfIsStartedAgain() {
        packets(0, 1);
        List<DriverAction> actions = indicated("01 00");
        assertInstanceOf(Store.class, actions.get(0), "what it sent before is kept");
        assertEquals(new Wake(Duration.ofSeconds(1)), actions.get(1));
        assertEquals(START, protocol.on(new Elapsed(NOW)).get(0));
    }

    @Test
    void packetsBecomeABlockWhoseRateIsThatOfTheStrapsClock() {
        List<Observation> blocks = observations(packets(0, 8));
        assertEquals(2, blocks.size());
        SampledValue first = value(blocks.get(0));
        assertEquals(4 * IN_A_PACKET, first.samples().size());
        assertEquals(new BigDecimal("130.5"), first.rateHz());
        assertEquals(new BigDecimal("0.001"), first.scale());
        assertEquals(-IN_A_PACKET, first.samples().get(0));
        SampledValue second = value(blocks.get(1));
        assertEquals(4 * IN_A_PACKET, second.position().firstSample());
        assertEquals(1, second.position().sequence());
        assertEquals(Nomenclature.ECG_LEAD_I, blocks.get(0).type());
    }

    @Test
    void aPacketsTimeIsThatOfItsLastSample() {
        Observation block = observations(packets(0, 4)).get(0);
        Instant lastSample = NOW.plus(BETWEEN_PACKETS.multipliedBy(3));
        Instant first = lastSample.minus(Duration.ofNanos(Math.round((4 * IN_A_PACKET - 1) / 130.5 * 1e9)));
        Duration off = Duration.between(first, block.timing().measuredAt()).abs();
        assertTrue(off.compareTo(Duration.ofNanos(2_000)) < 0, off::toString);
    }

    @Test
    void theFirstPacketAloneHasTheNominalRate() {
        packets(0, 1);
        Store store = (Store) protocol.on(new Disconnected(NOW)).get(0);
        assertEquals(new BigDecimal("130"), value(store.observations().get(0)).rateHz());
    }

    @Test
    void lostPacketsAreAGapInTheSameStream() {
        List<DriverAction> actions = new ArrayList<>(packets(0, 2));
        actions.addAll(packets(4, 8));
        List<Observation> blocks = observations(actions);
        assertEquals(2 * IN_A_PACKET, value(blocks.get(0)).samples().size());
        SampledValue after = value(blocks.get(1));
        // Two packets are missing; with the nominal rate they are 145.4 samples, not 146.
        assertTrue(Math.abs(after.position().firstSample() - 4 * IN_A_PACKET) <= 1, after::toString);
        assertEquals(value(blocks.get(0)).position().stream(), after.position().stream());
        assertEquals(new BigDecimal("130.5"), after.rateHz());
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void aClockThatJumpsBeginsANewStream(long jumpSeconds) {
        packets(0, 2);
        packet(NOW.plusSeconds(jumpSeconds), NOW.plus(BETWEEN_PACKETS.multipliedBy(2)));
        List<Observation> blocks = observations(protocol.on(new Disconnected(NOW)));
        assertEquals(2, blocks.size());
        assertEquals(0, value(blocks.get(1)).position().firstSample());
        assertNotEquals(value(blocks.get(0)).position().stream(), value(blocks.get(1)).position().stream());
    }

    @Test
    void aClockThatWasNeverSetIsComparedWithOursOnce() {
        Instant never = Instant.parse("2019-01-01T00:00:10Z");
        packet(never, NOW);
        Store store = (Store) protocol.on(new Disconnected(NOW)).get(0);
        Observation block = store.observations().get(0);
        ClockCorrection correction = block.timing().correction().orElseThrow();
        assertEquals(ClockCorrection.Reason.COMPARED_IN_SESSION, correction.reason());
        assertEquals(Duration.between(never, NOW), correction.offset());
    }

    @Test
    void aPacketWithACutSampleIsQuarantined() {
        Reject reject = assertInstanceOf(
                Reject.class,
                received(PmdChannel.DATA, hex("00 0000000000000000 00 0102"), NOW)
                        .get(0));
        assertEquals("PMD-003", reject.error().code());
    }

    @Test
    void aBlockThatCouldNotBeStoredIsTriedAgain() {
        Store store = (Store) packets(0, 4).get(0);
        assertEquals(4, store.rawFrames().size());
        protocol.on(new NotStored(store.storeId(), "disk full"));
        assertEquals(List.of(store), protocol.on(new Elapsed(NOW)));
    }

    @Property
    void noBytesThrow(@ForAll @Size(max = 40) byte[] bytes, @ForAll boolean data) {
        byte[] typed = bytes.clone();
        if (data && typed.length > 0) {
            typed[0] = 0;
        }
        open().on(new Received(
                data ? PmdChannel.DATA : PmdChannel.CONTROL_POINT,
                DeliveryId.NONE,
                Bytes.of(typed),
                new ReceiveTime(NOW)));
        new PolarDriver().frameDecoders().forEach(decoder -> decoder.decode(ByteBuffer.wrap(bytes)));
    }

    private List<DriverAction> packets(int from, int to) {
        List<DriverAction> actions = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Instant time = NOW.plus(BETWEEN_PACKETS.multipliedBy(i));
            actions.addAll(packet(time, time.plusMillis(40)));
        }
        return actions;
    }

    /** 73 samples, -73 to -1 microvolt, the last of {@code time}. */
    private List<DriverAction> packet(Instant time, Instant receivedAt) {
        ByteBuffer bytes =
                ByteBuffer.allocate(PmdFrame.HEADER + 3 * IN_A_PACKET).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0).putLong(Duration.between(EPOCH, time).toNanos()).put((byte) 0);
        for (int i = -IN_A_PACKET; i < 0; i++) {
            bytes.put((byte) i).put((byte) 0xFF).put((byte) 0xFF);
        }
        return received(PmdChannel.DATA, Bytes.of(bytes.array()), receivedAt);
    }

    private static List<Observation> observations(List<DriverAction> actions) {
        return actions.stream()
                .flatMap(action -> ((Store) action).observations().stream())
                .toList();
    }

    private static SampledValue value(Observation observation) {
        return (SampledValue) observation.value();
    }

    private List<DriverAction> indicated(String hex) {
        return received(PmdChannel.CONTROL_POINT, hex(hex), NOW);
    }

    private List<DriverAction> received(Channel channel, Bytes bytes, Instant at) {
        return protocol.on(new Received(channel, DeliveryId.NONE, bytes, new ReceiveTime(at)));
    }

    private static Write command(String hex) {
        return new Write(PmdChannel.CONTROL_POINT, hex(hex));
    }

    private static Bytes hex(String hex) {
        return Bytes.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static DeviceProtocol open() {
        return new PolarDriver()
                .open(new DeviceContext(DeviceId.serial("H10"), "connection-1", ZoneOffset.UTC, DriverOptions.NONE));
    }
}
