package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import java.util.Locale;
import java.util.Optional;

/** The E2E-CRC of continuous glucose monitors, over everything before it. Stateless. */
final class EndToEndCrc {
    /** What a monitor that does not use the CRC may send in its place. */
    private static final int NOT_USED = 0xFFFF;

    private EndToEndCrc() {}

    /** Reads the CRC over the bytes from {@code start} on; a refusal where it does not hold. */
    static <T> Optional<Decoded<T>> check(Cursor in, int start, String prefix) {
        int end = in.offset();
        int sent = in.uint16();
        in.note(prefix + "E2E-CRC", hex(sent), "", 2);
        int computed = Checksum.crc16Mcrf4xx(in.between(start, end));
        return sent == computed || sent == NOT_USED
                ? Optional.empty()
                : Optional.of(
                        Decoded.refused("GATT-007", end, "E2E-CRC must be " + hex(computed) + " but was " + hex(sent)));
    }

    private static String hex(int crc) {
        return String.format(Locale.ROOT, "0x%04X", crc);
    }
}
