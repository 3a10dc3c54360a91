package io.maimen.observation.wire.cddl;

import java.math.BigInteger;
import java.util.List;

/** One CBOR data item (RFC 8949, section 3) as it stands in the bytes, tags and all. */
public sealed interface Cbor {
    /** Major types 0 and 1. */
    record Int(BigInteger value) implements Cbor {
        public static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }
    }

    /** Major type 2. */
    record ByteString(List<Byte> bytes) implements Cbor {
        public byte[] toArray() {
            byte[] array = new byte[bytes.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.get(i);
            }
            return array;
        }
    }

    /** Major type 3. */
    record Text(String value) implements Cbor {}

    /** Major type 4. */
    record Array(List<Cbor> items) implements Cbor {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Major type 5; entries in their order, so that a key may stand there twice. */
    record Map(List<Entry> entries) implements Cbor {
        public Map {
            entries = List.copyOf(entries);
        }
    }

    /** Key and value. */
    record Entry(Cbor key, Cbor value) {}

    /** Major type 6. */
    record Tag(long number, Cbor content) implements Cbor {}

    /** Major type 7 without floats: 20 false, 21 true, 22 null, 23 undefined. */
    record Simple(int number) implements Cbor {
        public static final Simple FALSE = new Simple(20);
        public static final Simple TRUE = new Simple(21);
        public static final Simple NULL = new Simple(22);
    }

    /** A double; nothing of ours holds one. */
    record FloatingPoint(double value) implements Cbor {}
}
