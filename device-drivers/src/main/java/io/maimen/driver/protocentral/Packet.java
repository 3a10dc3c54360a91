package io.maimen.driver.protocentral;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/**
 * The frame of ProtoCentral's boards: 0A FA, length u16, type u8, payload, sometimes 00, 0B; little-endian and without a
 * checksum. A board is told by type and length together: newer ones send other lengths under the same type.
 *
 * <p>Source: ProtoCentral's firmware, {@code protocentral_healthypi_v4} and {@code protocentral_ads1292r_arduino}.
 *
 * @param payloadLength of the board's payload in bytes
 */
record Packet(int payloadLength) {
    static final int HEADER = 5;
    static final int TYPE = 4;
    static final int DATA = 2;

    private static final int MAGIC = 0xFA0A;
    private static final int LENGTH = 2;
    private static final int END = 0x0B;

    /** Bytes of a packet without the 00 that some send. */
    int length() {
        return HEADER + payloadLength + 1;
    }

    /** Bytes of a whole packet that begins here; 0 where none does, more than there are while that cannot be said. */
    int length(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        byte[] begin = {0x0A, (byte) 0xFA, (byte) payloadLength, 0, DATA};
        for (int i = 0; i < HEADER && i < in.limit(); i++) {
            if (in.get(i) != begin[i]) {
                return 0;
            }
        }
        int end = HEADER + payloadLength;
        if (in.limit() <= end) {
            return end + 1;
        }
        return in.get(end) == 0 ? end + 2 : end + 1;
    }

    /** The payload, little-endian from 0 to its limit, or why there is none. */
    Decoded<ByteBuffer> payload(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        return fault(in)
                .<Decoded<ByteBuffer>>map(Decoded.Refused::new)
                .orElseGet(() ->
                        new Decoded.Frame<>(in.slice(HEADER, payloadLength).order(ByteOrder.LITTLE_ENDIAN)));
    }

    private Optional<DecodeError> fault(ByteBuffer in) {
        int size = in.limit();
        if (size == 0 || in.get(0) != (byte) MAGIC || (size > 1 && Short.toUnsignedInt(in.getShort(0)) != MAGIC)) {
            return fault("ECG-120", 0, "packet must begin with 0AFA");
        }
        int end = HEADER + payloadLength;
        if (size <= end) {
            return fault("ECG-121", size, "packet must be " + (end + 1) + " bytes or more but was " + size);
        }
        int length = Short.toUnsignedInt(in.getShort(LENGTH));
        int type = Byte.toUnsignedInt(in.get(TYPE));
        if (type != DATA || length != payloadLength) {
            return fault(
                    "ECG-122",
                    LENGTH,
                    String.format(
                            Locale.ROOT,
                            "packet must be of type 2 with %d bytes of payload but was of type %d with %d",
                            payloadLength,
                            type,
                            length));
        }
        int footer = in.get(end) == 0 && size > end + 1 ? end + 1 : end;
        if (in.get(footer) != END) {
            return fault("ECG-123", footer, "packet must end with 0B");
        }
        return Optional.empty();
    }

    private static Optional<DecodeError> fault(String code, int offset, String reason) {
        return Optional.of(new DecodeError(code, offset, reason));
    }
}
