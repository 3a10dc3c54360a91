package io.maimen.simulator.device.astm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The control bytes and frames of LIS01-A2. Stateless. */
final class Frame {
    static final byte STX = 0x02;
    static final byte ETX = 0x03;
    static final byte EOT = 0x04;
    static final byte ENQ = 0x05;
    static final byte ACK = 0x06;
    static final byte LF = 0x0A;
    static final byte CR = 0x0D;
    static final byte NAK = 0x15;
    static final byte ETB = 0x17;

    private Frame() {}

    /**
     * {@code STX number record CR ETX checksum CR LF}: one whole record in one frame.
     *
     * @param position of the frame in its session, from 1; the number on the wire is its remainder by 8
     */
    static byte[] of(int position, String record) {
        return of(position, (record + "\r").getBytes(StandardCharsets.UTF_8), ETX);
    }

    /** A frame of any text, ended by {@link #ETX}, or by {@link #ETB} where its record goes on in the next. */
    static byte[] of(int position, byte[] text, byte end) {
        ByteArrayOutputStream counted = new ByteArrayOutputStream();
        counted.write('0' + position % 8);
        counted.writeBytes(text);
        counted.write(end);
        byte[] body = counted.toByteArray();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(STX);
        frame.writeBytes(body);
        frame.writeBytes(checksum(body).getBytes(StandardCharsets.US_ASCII));
        frame.write(CR);
        frame.write(LF);
        return frame.toByteArray();
    }

    /** The sum modulo 256 of the bytes after STX up to and including ETX, as two upper-case digits. */
    static String checksum(byte[] body) {
        int sum = 0;
        for (byte b : body) {
            sum += b & 0xFF;
        }
        return String.format(Locale.ROOT, "%02X", sum & 0xFF);
    }
}
