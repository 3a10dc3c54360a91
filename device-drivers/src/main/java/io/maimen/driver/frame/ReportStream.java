package io.maimen.driver.frame;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** USB HID reports of one length. A line that hands over several at once, or half of one, changes nothing. Confined to one thread. */
public final class ReportStream {
    private final int length;
    private byte[] begun = new byte[0];

    /** @param length of every report in bytes, 1 or more */
    public ReportStream(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be 1 or more but was " + length);
        }
        this.length = length;
    }

    /** The reports that are whole now. */
    public List<Bytes> read(Bytes more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(begun);
        all.writeBytes(more.toArray());
        byte[] bytes = all.toByteArray();
        List<Bytes> reports = new ArrayList<>();
        int at = 0;
        for (; at + length <= bytes.length; at += length) {
            reports.add(Bytes.of(Arrays.copyOfRange(bytes, at, at + length)));
        }
        begun = Arrays.copyOfRange(bytes, at, bytes.length);
        return reports;
    }
}
