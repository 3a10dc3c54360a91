package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What one or more USB reports of eight bytes carry: the first says how many of the other seven count. Stateless. */
final class UsbMessage {
    static final int REPORT = 8;
    /** Bytes of a report that can count. */
    static final int MOST = 7;

    private UsbMessage() {}

    /** The bytes that count, of all reports together; a report cut short is refused. */
    static Decoded<Bytes> joined(ByteBuffer reports) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int at = 0; at < reports.limit(); at += REPORT) {
            int count = Byte.toUnsignedInt(reports.get(at));
            if (count > MOST) {
                return Decoded.refused("OMR-006", at, "count must be 0 to 7 but was " + count);
            }
            if (at + count >= reports.limit()) {
                return Decoded.refused("OMR-001", reports.limit(), "report must be 8 bytes but is cut off");
            }
            for (int i = 1; i <= count; i++) {
                joined.write(reports.get(at + i));
            }
        }
        return joined.size() == 0
                ? Decoded.refused("OMR-001", reports.limit(), "message must have a byte that counts but has none")
                : new Decoded.Frame<>(Bytes.of(joined.toByteArray()));
    }

    /** A message as reports, the last filled up with zeros. */
    static List<Bytes> reports(byte... message) {
        List<Bytes> reports = new ArrayList<>();
        for (int from = 0; from < message.length; from += MOST) {
            int count = Math.min(MOST, message.length - from);
            byte[] report = new byte[REPORT];
            report[0] = (byte) count;
            System.arraycopy(message, from, report, 1, count);
            reports.add(Bytes.of(report));
        }
        return reports;
    }

    /** Where byte {@code index} of the joined message is in the reports, as long as all but the last are full. */
    static int place(int index) {
        return index / MOST * REPORT + 1 + index % MOST;
    }
}
