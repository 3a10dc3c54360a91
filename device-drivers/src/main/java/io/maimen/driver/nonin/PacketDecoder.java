package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.FrameStream.Piece;
import java.nio.ByteBuffer;
import java.util.List;

/** The decoders {@code nonin.format-2} and {@code nonin.format-7}: one frame a packet. Stateless; may be shared. */
record PacketDecoder(PlethFormat format) implements StreamDecoder {
    @Override
    public String name() {
        return format == PlethFormat.FORMAT_2 ? "nonin.format-2" : "nonin.format-7";
    }

    @Override
    public Reading open() {
        PacketStream stream = new PacketStream(format);
        return new Reading() {
            @Override
            public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
                return decoded(stream.read(bytes));
            }

            @Override
            public List<Decoded<DecodedFrame>> end() {
                return decoded(stream.end());
            }
        };
    }

    private List<Decoded<DecodedFrame>> decoded(List<Piece<PlethPacket>> packets) {
        return packets.stream().map(piece -> decoded(piece.decoded())).toList();
    }

    private Decoded<DecodedFrame> decoded(Decoded<PlethPacket> packet) {
        return packet instanceof Decoded.Frame<PlethPacket> frame
                ? new Decoded.Frame<>(new DecodedFrame(name(), new PacketFields(format).of(frame.frame())))
                : new Decoded.Refused<>(((Decoded.Refused<PlethPacket>) packet).error());
    }
}
