package io.maimen.observation.wire.cddl;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes items with definite lengths, as another implementation than ours would; duplicate keys are its caller's will. */
public final class CborWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private CborWriter() {}

    /** The bytes of one item. */
    public static byte[] write(Cbor item) {
        CborWriter writer = new CborWriter();
        writer.item(item);
        return writer.out.toByteArray();
    }

    private void item(Cbor item) {
        if (item instanceof Cbor.Int integer) {
            boolean negative = integer.value().signum() < 0;
            head(negative ? 1 : 0, negative ? integer.value().negate().subtract(BigInteger.ONE) : integer.value());
        } else if (item instanceof Cbor.ByteString string) {
            string(2, string.toArray());
        } else if (item instanceof Cbor.Text text) {
            string(3, text.value().getBytes(StandardCharsets.UTF_8));
        } else if (item instanceof Cbor.Array array) {
            items(4, array.items().size(), array.items());
        } else if (item instanceof Cbor.Map map) {
            head(5, BigInteger.valueOf(map.entries().size()));
            map.entries().forEach(entry -> {
                item(entry.key());
                item(entry.value());
            });
        } else if (item instanceof Cbor.Tag tag) {
            items(6, tag.number(), List.of(tag.content()));
        } else if (item instanceof Cbor.Simple simple) {
            head(7, BigInteger.valueOf(simple.number()));
        } else if (item instanceof Cbor.FloatingPoint number) {
            out.write(7 << 5 | 27);
            out.writeBytes(
                    ByteBuffer.allocate(Double.BYTES).putDouble(number.value()).array());
        }
    }

    private void items(int major, long argument, List<Cbor> items) {
        head(major, BigInteger.valueOf(argument));
        items.forEach(this::item);
    }

    private void string(int major, byte[] bytes) {
        head(major, BigInteger.valueOf(bytes.length));
        out.writeBytes(bytes);
    }

    private void head(int major, BigInteger argument) {
        if (argument.bitLength() <= 4 || argument.compareTo(BigInteger.valueOf(24)) < 0) {
            out.write(major << 5 | argument.intValue());
        } else if (argument.bitLength() <= 8) {
            out.write(major << 5 | 24);
            out.write(argument.intValue());
        } else {
            out.write(major << 5 | 27);
            out.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .putLong(argument.longValue())
                    .array());
        }
    }
}
