package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever bytes arrive, the answer is a thing or a {@link WireException}, and memory stays bounded. */
class HostileBytesTest {
    private static final int ONE_MIB = 1 << 20;
    private static final long MOST_BYTES_OF_MEMORY = 64L * ONE_MIB;
    private static final Map<String, byte[]> SAMPLES = WireSamples.encoded();
    private static final List<String> NAMES = List.copyOf(SAMPLES.keySet());
    /** Heads of enormous, endless, tagged and broken items. */
    private static final byte[] INTERESTING = {
        0x00,
        0x1B,
        0x3B,
        0x5B,
        0x5F,
        0x7B,
        0x7F,
        (byte) 0x9B,
        (byte) 0x9F,
        (byte) 0xBB,
        (byte) 0xBF,
        (byte) 0xC2,
        (byte) 0xC4,
        (byte) 0xC5,
        (byte) 0xD9,
        (byte) 0xF6,
        (byte) 0xF9,
        (byte) 0xFB,
        (byte) 0xFC,
        (byte) 0xFF
    };

    @Property(tries = 3_000)
    void damagedBytesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        String name = NAMES.get(random.nextInt(NAMES.size()));
        byte[] bytes = SAMPLES.get(name);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes = damaged(bytes, random);
        }
        byte[] last = bytes;
        refusedOrRead(() -> reading(name, last));
    }

    @Property(tries = 500)
    void randomBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] bytes) {
        NAMES.forEach(name -> refusedOrRead(() -> reading(name, bytes)));
    }

    @Property(tries = 1_000)
    void damagedJsonIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] json = new ObservationCodec().toJson(WireSamples.ecg()).getBytes(StandardCharsets.UTF_8);
        refusedOrRead(() -> new ObservationCodec().fromJson(new String(damaged(json, random), StandardCharsets.UTF_8)));
    }

    @Test
    void everyTruncationIsRefused() {
        SAMPLES.forEach((name, bytes) -> {
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThrows(WireException.class, () -> reading(name, cut), () -> name + " cut to " + cut.length);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aMebibyteOfHostileBytesIsRefusedInBoundedMemory() {
        return Stream.of(
                attack("a byte string of 2^63-1", head(0x5B, Long.MAX_VALUE)),
                attack("a text of 2^31-1", head(0x7B, Integer.MAX_VALUE)),
                attack("an array of 2^63-1", head(0x9B, Long.MAX_VALUE)),
                attack("a map of 2^31-1", head(0xBB, Integer.MAX_VALUE)),
                attack("arrays in arrays", filled(0x81)),
                attack("endless arrays in arrays", filled(0x9F)),
                attack("tags of tags", filled(0xC6)),
                attack("a million empty maps", after(0x9F, 0xA0)),
                attack("a million zeros", after(0x9F, 0x00)),
                attack("a byte string in a million pieces", after(0x5F, 0x40)),
                attack("a decimal of two million digits", bigDecimal()));
    }

    private static DynamicTest attack(String name, byte[] bytes) {
        return DynamicTest.dynamicTest(name, () -> {
            long before = allocated();
            assertThrows(WireException.class, () -> new ObservationCodec().fromCbor(bytes));
            assertThrows(WireException.class, () -> new EnvelopeCodec().fromCbor(bytes));
            long spent = allocated() - before;
            assertTrue(spent < MOST_BYTES_OF_MEMORY, () -> "it cost " + spent + " bytes");
        });
    }

    @Test
    void whatWeWroteOurselvesMayBeOfAnyLength() throws WireException {
        OutboxEntry entry =
                new OutboxEntry(Collections.nCopies(WireFormat.MAX_TOKENS / 6, WireSamples.RESULT_FRAME), List.of());
        OutboxEntryCodec codec = new OutboxEntryCodec();
        assertEquals(entry, codec.fromCbor(codec.toCbor(entry)));
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte[] copy = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy[at] = INTERESTING[random.nextInt(INTERESTING.length)];
            case 2 -> copy[at] = (byte) random.nextInt();
            case 3 -> copy = Arrays.copyOf(bytes, Math.max(1, at));
            default -> copy = spliced(bytes, at, random);
        }
        return copy;
    }

    /** A stretch of the bytes once more, in the middle of themselves. */
    private static byte[] spliced(byte[] bytes, int at, Random random) {
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(40, bytes.length - from + 1));
        ByteBuffer out = ByteBuffer.allocate(bytes.length + length);
        out.put(bytes, 0, at).put(bytes, from, length).put(bytes, at, bytes.length - at);
        return out.array();
    }

    /** Any other exception fails the test. */
    private static void refusedOrRead(WireField.Making<?> reading) {
        try {
            // What was read must also be usable: no number in it may blow up whoever looks at it.
            assertTrue(reading.make().toString().length() < 10 * ONE_MIB);
        } catch (WireException e) {
            // One short line, or a peer could write our log.
            assertTrue(e.getMessage().matches("WIRE-01[0-6] .{1,510}"), e.getMessage());
        }
    }

    private static Object reading(String name, byte[] bytes) throws WireException {
        return switch (name.replaceAll("-.*", "")) {
            case "observation" -> new ObservationCodec().fromCbor(bytes);
            case "envelope" -> new EnvelopeCodec().fromCbor(bytes);
            case "receipt" -> new ReceiptCodec().fromCbor(bytes);
            case "fact" -> new FactCodec().fromCbor(bytes);
            default -> new OutboxEntryCodec().fromCbor(bytes);
        };
    }

    private static byte[] head(int first, long length) {
        return ByteBuffer.allocate(ONE_MIB).put((byte) first).putLong(length).array();
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[ONE_MIB];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] after(int first, int rest) {
        byte[] bytes = filled(rest);
        bytes[0] = (byte) first;
        return bytes;
    }

    private static byte[] bigDecimal() {
        byte[] bytes = filled(0x7F);
        // tag 4, two elements: exponent 0, mantissa a positive bignum (tag 2) of a mebibyte.
        ByteBuffer.wrap(bytes)
                .put(new byte[] {(byte) 0xC4, (byte) 0x82, 0x00, (byte) 0xC2, 0x5A})
                .putInt(ONE_MIB - 9);
        return bytes;
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
