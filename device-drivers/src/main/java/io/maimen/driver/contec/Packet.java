package io.maimen.driver.contec;

import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * One packet of protocol V7.0, in either direction: a type below 80, a byte that carries the upper bits of up to seven data
 * bytes, and those, all with bit 7 set on the line. Immutable.
 *
 * @param type 0 to 7F
 * @param data 0 to 7 whole bytes
 */
record Packet(int type, Bytes data) {
    static final int LIVE = 0x01;
    static final int USER = 0x04;
    static final int DEVICE = 0x05;
    static final int COMMAND_FEEDBACK = 0x0B;
    static final int FREE_FEEDBACK = 0x0C;
    static final int PERFUSION_INDEX_SUPPORT = 0x0E;
    static final int COMMAND = 0x7D;
    static final int LONGEST = 9;

    private static final int MOST_DATA = 7;
    private static final int ON_THE_LINE = 0x80;
    private static final int BEFORE_DATA = 2;

    Packet {
        if (type < 0 || type >= ON_THE_LINE || data.size() > MOST_DATA) {
            throw new IllegalArgumentException(
                    "OXI-007 packet must be of a type below 80 with at most 7 bytes but was " + type + " with " + data);
        }
    }

    /** A command to the oximeter: always seven bytes, zeros after its parameters. */
    static Packet command(int number, int... parameters) {
        byte[] data = new byte[MOST_DATA];
        data[0] = (byte) number;
        for (int i = 0; i < parameters.length; i++) {
            data[i + 1] = (byte) parameters[i];
        }
        return new Packet(COMMAND, Bytes.of(data));
    }

    /** The packet that these bytes are, no fewer and no more. */
    static Decoded<Packet> read(ByteBuffer bytes) {
        if (!bytes.hasRemaining() || (bytes.get(0) & ON_THE_LINE) != 0) {
            return Decoded.refused("OXI-001", 0, "packet must begin with a type below 80");
        }
        if (bytes.limit() < BEFORE_DATA || bytes.limit() > LONGEST) {
            return Decoded.refused("OXI-002", bytes.limit(), "packet must be 2 to 9 bytes but was " + bytes.limit());
        }
        for (int i = 1; i < bytes.limit(); i++) {
            if ((bytes.get(i) & ON_THE_LINE) == 0) {
                return Decoded.refused("OXI-006", i, "bit 7 must be clear in the first byte only");
            }
        }
        byte[] data = new byte[bytes.limit() - BEFORE_DATA];
        for (int i = 0; i < data.length; i++) {
            int upper = ((bytes.get(1) >> i) & 1) << MOST_DATA;
            data[i] = (byte) ((bytes.get(i + BEFORE_DATA) & ~ON_THE_LINE) | upper);
        }
        Packet packet = new Packet(bytes.get(0), Bytes.of(data));
        return packet.type == LIVE && data.length < MOST_DATA
                ? Decoded.refused("OXI-002", bytes.limit(), "live packet must be 9 bytes but was " + bytes.limit())
                : new Decoded.Frame<>(packet);
    }

    /** Data byte {@code index}, 0 to 255; 0 where the packet has fewer. */
    int data(int index) {
        return index < data.size() ? Byte.toUnsignedInt(data.asBuffer().get(index)) : 0;
    }

    /** As it is on the line. */
    Bytes bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int upper = ON_THE_LINE;
        for (int i = 0; i < data.size(); i++) {
            upper |= (data(i) >> MOST_DATA) << i;
        }
        out.write(type);
        out.write(upper);
        for (int i = 0; i < data.size(); i++) {
            out.write(data(i) | ON_THE_LINE);
        }
        return Bytes.of(out.toByteArray());
    }
}
