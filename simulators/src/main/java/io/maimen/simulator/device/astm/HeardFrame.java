package io.maimen.simulator.device.astm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The frame a host is sending, as far as it came. Confined to one thread. */
final class HeardFrame {
    /** Of checksum, CR and LF. */
    private static final int TRAILER = 4;

    private static final int CHECKSUM = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Whether the checksum of the frame that ends with this byte is right; empty before its end. */
    Optional<Boolean> next(byte one) {
        if (one == Frame.STX) {
            bytes.reset();
        } else {
            bytes.write(one);
        }
        if (one != Frame.LF) {
            return Optional.empty();
        }
        byte[] frame = bytes.toByteArray();
        bytes.reset();
        int end = frame.length - TRAILER;
        return Optional.of(end > 0
                && Frame.checksum(Arrays.copyOf(frame, end))
                        .equals(new String(frame, end, CHECKSUM, StandardCharsets.US_ASCII)));
    }

    void forget() {
        bytes.reset();
    }
}
