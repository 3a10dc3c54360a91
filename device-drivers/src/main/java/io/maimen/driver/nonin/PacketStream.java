package io.maimen.driver.nonin;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.FrameStream;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts packets together from frames. Frames before the first SYNC belong to a packet nobody saw the beginning of and are
 * passed over; a SYNC too early says that frames were lost, and the part before it is refused. Confined to one thread.
 */
final class PacketStream {
    private final FrameStream<PlethFrame> stream;
    private final List<PlethFrame> frames = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PacketStream(PlethFormat format) {
        stream = new FrameStream<>(format);
    }

    /** Complete packets and what was refused, in order. */
    List<Piece<PlethPacket>> read(ByteBuffer line) {
        return packets(stream.read(line));
    }

    /** The packet that the end cuts short comes as it is, with fewer frames. */
    List<Piece<PlethPacket>> end() {
        List<Piece<PlethPacket>> packets = packets(stream.end());
        if (!frames.isEmpty()) {
            packets.add(finished());
        }
        return packets;
    }

    private List<Piece<PlethPacket>> packets(List<Piece<PlethFrame>> pieces) {
        List<Piece<PlethPacket>> packets = new ArrayList<>();
        for (Piece<PlethFrame> piece : pieces) {
            if (piece.decoded() instanceof Decoded.Frame<PlethFrame> frame) {
                add(frame.frame(), piece.bytes(), packets);
            } else {
                frames.clear();
                bytes.reset();
                packets.add(new Piece<>(
                        new Decoded.Refused<>(((Decoded.Refused<PlethFrame>) piece.decoded()).error()), piece.bytes()));
            }
        }
        return packets;
    }

    private void add(PlethFrame frame, Bytes sent, List<Piece<PlethPacket>> packets) {
        if (frame.sync() && !frames.isEmpty()) {
            packets.add(new Piece<>(
                    Decoded.refused(
                            "OXI-005",
                            bytes.size(),
                            "packet must have 25 frames but SYNC came after " + frames.size() + "; frames were lost"),
                    Bytes.of(bytes.toByteArray())));
            frames.clear();
            bytes.reset();
        }
        if (frame.sync() || !frames.isEmpty()) {
            frames.add(frame);
            bytes.writeBytes(sent.toArray());
        }
        if (frames.size() == PlethPacket.FRAMES) {
            packets.add(finished());
        }
    }

    private Piece<PlethPacket> finished() {
        Piece<PlethPacket> packet =
                new Piece<>(new Decoded.Frame<>(new PlethPacket(frames)), Bytes.of(bytes.toByteArray()));
        frames.clear();
        bytes.reset();
        return packet;
    }
}
