package io.maimen.driver.contec;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FormatDecoder;
import io.maimen.driver.frame.Framing;
import java.nio.ByteBuffer;

/**
 * Finds packets: a packet goes on until another begins or nine bytes are there; only the one that says nothing but that it is
 * there is known to be shorter. Stateless.
 */
final class PacketFormat implements Framing<Packet> {
    static final FormatDecoder<Packet> DECODER = new FormatDecoder<>("contec.v7", new PacketFormat(), PacketFields::of);
    private static final int ON_THE_LINE = 0x80;
    private static final int FREE_FEEDBACK_LENGTH = 2;

    @Override
    public int length(ByteBuffer bytes) {
        if ((bytes.get(0) & ON_THE_LINE) != 0) {
            return 0;
        }
        int longest = bytes.get(0) == Packet.FREE_FEEDBACK ? FREE_FEEDBACK_LENGTH : Packet.LONGEST;
        int length = 1;
        while (length < Math.min(longest, bytes.limit()) && (bytes.get(length) & ON_THE_LINE) != 0) {
            length++;
        }
        return length == bytes.limit() && length < longest ? length + 1 : length;
    }

    @Override
    public Decoded<Packet> read(ByteBuffer frame) {
        return Packet.read(frame);
    }
}
