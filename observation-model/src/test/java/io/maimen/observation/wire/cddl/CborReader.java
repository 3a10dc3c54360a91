package io.maimen.observation.wire.cddl;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads well-formed bytes, written from RFC 8949 alone. For tests: it trusts lengths. */
public final class CborReader {
    private static final int INDEFINITE = 31;
    private static final int BREAK = 0xFF;

    private final ByteBuffer bytes;

    private CborReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** The one item that fills {@code bytes}. */
    public static Cbor read(byte[] bytes) {
        CborReader reader = new CborReader(ByteBuffer.wrap(bytes));
        Cbor item = reader.item();
        if (reader.bytes.hasRemaining()) {
            throw new IllegalArgumentException("bytes must end with the item but " + reader.bytes + " remain");
        }
        return item;
    }

    private Cbor item() {
        int first = bytes.get() & 0xFF;
        int major = first >> 5;
        int info = first & 0x1F;
        return switch (major) {
            case 0 -> new Cbor.Int(argument(info));
            case 1 -> new Cbor.Int(BigInteger.ONE.negate().subtract(argument(info)));
            case 2 -> new Cbor.ByteString(boxed(string(2, info)));
            case 3 -> new Cbor.Text(new String(string(3, info), StandardCharsets.UTF_8));
            case 4 -> new Cbor.Array(items(info, 1));
            case 5 -> map(items(info, 2));
            case 6 -> new Cbor.Tag(argument(info).longValueExact(), item());
            default -> simple(info);
        };
    }

    private BigInteger argument(int info) {
        return switch (info) {
            case 24 -> unsigned(1);
            case 25 -> unsigned(2);
            case 26 -> unsigned(4);
            case 27 -> unsigned(8);
            case 28, 29, 30, INDEFINITE -> throw new IllegalArgumentException("additional information " + info);
            default -> BigInteger.valueOf(info);
        };
    }

    private BigInteger unsigned(int size) {
        return new BigInteger(1, take(size));
    }

    private byte[] take(int size) {
        byte[] taken = new byte[size];
        bytes.get(taken);
        return taken;
    }

    private byte[] string(int major, int info) {
        if (info != INDEFINITE) {
            return take(argument(info).intValueExact());
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        while (!atBreak()) {
            int chunk = bytes.get() & 0xFF;
            if (chunk >> 5 != major) {
                throw new IllegalArgumentException("chunk of another type");
            }
            chunks.writeBytes(take(argument(chunk & 0x1F).intValueExact()));
        }
        return chunks.toByteArray();
    }

    private List<Cbor> items(int info, int perEntry) {
        List<Cbor> items = new ArrayList<>();
        if (info == INDEFINITE) {
            while (!atBreak()) {
                items.add(item());
            }
            return items;
        }
        int count = argument(info).intValueExact() * perEntry;
        for (int i = 0; i < count; i++) {
            items.add(item());
        }
        return items;
    }

    private boolean atBreak() {
        if ((bytes.get(bytes.position()) & 0xFF) != BREAK) {
            return false;
        }
        bytes.get();
        return true;
    }

    private static Cbor map(List<Cbor> keysAndValues) {
        List<Cbor.Entry> entries = new ArrayList<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            entries.add(new Cbor.Entry(keysAndValues.get(i), keysAndValues.get(i + 1)));
        }
        return new Cbor.Map(entries);
    }

    private Cbor simple(int info) {
        return switch (info) {
            case 26 -> new Cbor.FloatingPoint(bytes.getFloat());
            case 27 -> new Cbor.FloatingPoint(bytes.getDouble());
            case 20, 21, 22, 23 -> new Cbor.Simple(info);
            default -> throw new IllegalArgumentException("simple value " + info);
        };
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new ArrayList<>(bytes.length);
        for (byte b : bytes) {
            boxed.add(b);
        }
        return boxed;
    }
}
