package io.maimen.simulator.device.line;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;

/** Writes a frame front to back. Integers are cut to the width asked for. Confined to one frame. */
public final class FrameWriter {
    private static final int BYTE_BITS = 8;
    private static final int BYTE = 0xFF;
    private static final int MANTISSA = 0xFFF;
    private static final int EXPONENT_SHIFT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** These bytes, each given as 0 to 255. */
    public FrameWriter octets(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    public FrameWriter bytes(byte... values) {
        out.writeBytes(values);
        return this;
    }

    /** In ISO 8859-1. */
    public FrameWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code count} bytes, the least significant first. */
    public FrameWriter little(int count, long value) {
        for (int index = 0; index < count; index++) {
            out.write((int) (value >> (index * BYTE_BITS)));
        }
        return this;
    }

    /** {@code count} bytes, the most significant first. */
    public FrameWriter big(int count, long value) {
        for (int index = count - 1; index >= 0; index--) {
            out.write((int) (value >> (index * BYTE_BITS)));
        }
        return this;
    }

    /** IEEE 11073-20601 SFLOAT: {@code mantissa * 10^exponent} in two bytes. */
    public FrameWriter sfloat(int mantissa, int exponent) {
        return little(2, (mantissa & MANTISSA) | (exponent << EXPONENT_SHIFT));
    }

    /** IEEE 11073-20601 FLOAT: {@code mantissa * 10^exponent} in four bytes. */
    public FrameWriter medfloat(int mantissa, int exponent) {
        return little(3, mantissa).octets(exponent);
    }

    /** The Bluetooth SIG's Date Time, seven bytes. */
    public FrameWriter dateTime(LocalDateTime shown) {
        return little(2, shown.getYear())
                .octets(shown.getMonthValue(), shown.getDayOfMonth())
                .octets(shown.getHour(), shown.getMinute(), shown.getSecond());
    }

    /** What all bytes so far add up to, modulo 256. */
    public int sum() {
        int sum = 0;
        for (byte value : out.toByteArray()) {
            sum += value;
        }
        return sum & BYTE;
    }

    /** All bytes so far by exclusive or. */
    public int xor() {
        int xor = 0;
        for (byte value : out.toByteArray()) {
            xor ^= value;
        }
        return xor & BYTE;
    }

    public byte[] array() {
        return out.toByteArray();
    }

    /** As one value of a channel. */
    public DeviceAct.Send on(String channel) {
        return new DeviceAct.Send(channel, Bytes.of(out.toByteArray()));
    }

    /** As a piece of a plain stream. */
    public DeviceAct.Send onStream() {
        return on(DeviceAct.STREAM);
    }
}
