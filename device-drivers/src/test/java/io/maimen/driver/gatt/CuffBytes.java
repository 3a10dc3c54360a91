package io.maimen.driver.gatt;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/** A measurement field by field, as the specification orders them; a test changes what it is about. */
final class CuffBytes {
    boolean kilopascal;
    String pressures = "7D00 5000 6600"; //                  125 / 80, mean 102
    Optional<String> time = Optional.of("E107 01 10 0C2736"); // 2017-01-16 12:39:54
    Optional<String> pulse = Optional.of("4000"); //           64 per minute
    Optional<String> user = Optional.of("02"); //              the second user
    Optional<String> status = Optional.of("0000"); //          nothing to doubt
    String trailing = "";

    Bytes bytes() {
        int flags = (kilopascal ? 1 : 0)
                | (time.isPresent() ? 1 << 1 : 0)
                | (pulse.isPresent() ? 1 << 2 : 0)
                | (user.isPresent() ? 1 << 3 : 0)
                | (status.isPresent() ? 1 << 4 : 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(flags);
        out.writeBytes(hex(pressures));
        out.writeBytes(hex(time.orElse("")));
        out.writeBytes(hex(pulse.orElse("")));
        out.writeBytes(hex(user.orElse("")));
        out.writeBytes(hex(status.orElse("")));
        out.writeBytes(hex(trailing));
        return Bytes.of(out.toByteArray());
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
