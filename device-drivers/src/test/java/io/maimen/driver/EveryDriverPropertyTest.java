package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteDone;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every driver there is, found as a gateway finds it: a new one is in this test by being installed. */
class EveryDriverPropertyTest {
    private static final List<DeviceDriver> DRIVERS =
            List.copyOf(DriverCatalogue.installed().drivers());
    /** Those that do not open without being told something. */
    private static final Map<String, Map<String, String>> OPTIONS = Map.of(
            "omron", Map.of("model", "HEM-7322T"),
            "bitalino", Map.of("leads.1", "I"),
            "openbci-cyton", Map.of("leads.1", "I"),
            "mapped", Map.of("mapping", "messages: [{topic: '#', values: [{at: /a, code: mdc:150364, unit: Cel}]}]"));

    /** Bytes that protocols give a meaning to: noise of nothing else ends at the first gate. */
    private static final int[] KNOWN = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0A, 0x0B, 0x0D, 0x15, 0x17, 0x1C, 0x3A, 0x4D, 0x55, 0x7F, 0x80,
        0x81, 0xA0, 0xAA, 0xC0, 0xEB, 0xFA, 0xFE, 0xFF, '<', '>', '|', '^', '&', 'H', 'L', 'O', 'R', '1', '[', '{', '"'
    };

    private static final int MOST_ACTIONS = 1_000;

    @Provide
    Arbitrary<DeviceDriver> drivers() {
        return Arbitraries.of(DRIVERS);
    }

    @Provide
    Arbitrary<FrameDecoder> frameDecoders() {
        return Arbitraries.of(DRIVERS.stream()
                .flatMap(driver -> driver.frameDecoders().stream())
                .toList());
    }

    @Provide
    Arbitrary<StreamDecoder> streamDecoders() {
        return Arbitraries.of(DRIVERS.stream()
                .flatMap(driver -> driver.streamDecoders().stream())
                .toList());
    }

    @Property(tries = 4_000)
    void aFrameIsReadOrRefusedAndItsFieldsLieWithinIt(
            @ForAll("frameDecoders") FrameDecoder decoder, @ForAll @IntRange(max = 64) int length, @ForAll long seed) {
        byte[] frame = noise(new SplittableRandom(seed), length);
        fields(decoder.decode(ByteBuffer.wrap(frame)))
                .forEach(field -> assertTrue(field.offset() + field.length() <= length, field::toString));
    }

    @Property(tries = 2_000)
    void aFrameIsReadAlikeWhereverItLies(
            @ForAll("frameDecoders") FrameDecoder decoder, @ForAll @IntRange(max = 48) int length, @ForAll long seed) {
        byte[] frame = noise(new SplittableRandom(seed), length);
        ByteBuffer within = ByteBuffer.allocate(length + 2).put(1, frame).position(1);
        assertEquals(decoder.decode(ByteBuffer.wrap(frame)), decoder.decode(within.limit(length + 1)));
    }

    @Property(tries = 2_000)
    void aStreamIsReadAlikeHoweverItIsCut(
            @ForAll("streamDecoders") StreamDecoder decoder,
            @ForAll @IntRange(min = 1, max = 40) int piece,
            @ForAll long seed) {
        byte[] line = noise(new SplittableRandom(seed), 400);
        assertEquals(read(decoder, line, line.length), read(decoder, line, piece));
    }

    /** Whatever a device sends and whenever, and whatever becomes of what the driver wants: it answers and never throws. */
    @Property(tries = 4_000)
    void aConversationOfNonsenseIsSurvived(
            @ForAll("drivers") DeviceDriver driver,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> events,
            @ForAll long seed) {
        new Conversation(driver, new SplittableRandom(seed)).hold(events);
    }

    private static byte[] noise(SplittableRandom random, int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < length; i++) {
            bytes.write(random.nextBoolean() ? KNOWN[random.nextInt(KNOWN.length)] : random.nextInt(256));
        }
        return bytes.toByteArray();
    }

    private static Stream<FrameField> fields(Decoded<DecodedFrame> decoded) {
        return decoded instanceof Decoded.Frame<DecodedFrame> read ? read.frame().fields().stream() : Stream.empty();
    }

    private static List<Decoded<DecodedFrame>> read(StreamDecoder decoder, byte[] line, int piece) {
        StreamDecoder.Reading reading = decoder.open();
        List<Decoded<DecodedFrame>> frames = new ArrayList<>();
        for (int at = 0; at < line.length; at += piece) {
            frames.addAll(reading.read(
                    ByteBuffer.wrap(line, at, Math.min(piece, line.length - at)).slice()));
        }
        frames.addAll(reading.end());
        return frames;
    }

    /** One connection on which anything happens. */
    private static final class Conversation {
        private final DeviceProtocol protocol;
        private final SplittableRandom random;
        private final Set<Channel> channels = new LinkedHashSet<>(Set.of(Channel.STREAM));
        private final Deque<DriverEvent> owed = new ArrayDeque<>();
        private Instant now = FakeSession.NOW;
        private long deliveries;

        Conversation(DeviceDriver driver, SplittableRandom random) {
            Map<String, String> options = OPTIONS.getOrDefault(driver.ref().name(), Map.of());
            this.protocol = driver.open(new DeviceContext(
                    DeviceId.serial("D-0001"), "c-1", ZoneId.of("Asia/Shanghai"), new DriverOptions(options)));
            this.random = random;
        }

        void hold(List<Integer> kinds) {
            on(new Connected(now));
            for (int kind : kinds) {
                on(event(kind));
            }
            on(new Disconnected(now));
        }

        private DriverEvent event(int kind) {
            now = now.plusMillis(random.nextInt(3_000));
            return switch (kind) {
                case 0 -> new Elapsed(now);
                case 1 -> new WriteFailed(channel(), "the device is gone");
                case 2 -> new WriteDone(channel());
                case 3, 4 -> owed.isEmpty() ? new Elapsed(now) : owed.poll();
                default ->
                    new Received(
                            channel(),
                            new DeliveryId(++deliveries),
                            Bytes.of(noise(random, random.nextInt(40))),
                            new ReceiveTime(now));
            };
        }

        private Channel channel() {
            return List.copyOf(channels).get(random.nextInt(channels.size()));
        }

        private void on(DriverEvent event) {
            List<DriverAction> actions = protocol.on(event);
            assertTrue(actions.size() < MOST_ACTIONS, "a driver must not answer one event with so much");
            for (DriverAction action : actions) {
                if (action instanceof Subscribe subscribe) {
                    channels.add(subscribe.channel());
                } else if (action instanceof Read read) {
                    channels.add(read.channel());
                } else if (action instanceof Write write) {
                    channels.add(write.channel());
                } else if (action instanceof Store store) {
                    owed.add(
                            random.nextInt(4) == 0
                                    ? new NotStored(store.storeId(), "the disk is full")
                                    : new Stored(store.storeId()));
                }
            }
        }
    }
}
