package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.Checksum;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An analyser's line as it was sent, without the rules of a session: {@code control} (ENQ, EOT), {@code frame}, and after the
 * frame that completes it each {@code record}, joined where it was split over frames. {@code astm.line} refuses what is
 * damaged; {@code astm.line.unchecked}, for those who look at damaged frames, reads a frame whatever its checksum is and says
 * so. Stateless.
 */
record AstmStreamDecoder(boolean checked) implements StreamDecoder {
    private static final int MAX_FRAME_BYTES = 64 * 1024;

    @Override
    public String name() {
        return checked ? "astm.line" : "astm.line.unchecked";
    }

    @Override
    public Reading open() {
        return new LineReading(checked);
    }

    private static final class LineReading implements Reading {
        private final boolean checked;
        private final LineReader line = new LineReader(MAX_FRAME_BYTES);
        private final RecordJoiner records = new RecordJoiner(MAX_FRAME_BYTES);

        LineReading(boolean checked) {
            this.checked = checked;
        }

        @Override
        public List<Decoded<DecodedFrame>> read(ByteBuffer bytes) {
            List<Decoded<DecodedFrame>> found = new ArrayList<>();
            for (int i = bytes.position(); i < bytes.limit(); i++) {
                line.read(bytes.get(i)).forEach(unit -> add(unit, found));
            }
            return found;
        }

        @Override
        public List<Decoded<DecodedFrame>> end() {
            List<Decoded<DecodedFrame>> found = new ArrayList<>();
            line.finish("the stream ended").forEach(unit -> add(unit, found));
            return found;
        }

        private void add(LineUnit unit, List<Decoded<DecodedFrame>> found) {
            if (unit instanceof LineUnit.Enquiry) {
                found.add(control("ENQ"));
            } else if (unit instanceof LineUnit.EndOfTransmission) {
                records.forget();
                found.add(control("EOT"));
            } else if (unit instanceof LineUnit.WholeFrame frame) {
                addFrame(frame.bytes().toArray(), found);
            } else if (unit instanceof LineUnit.BadFrame bad) {
                found.add(new Decoded.Refused<>(bad.error()));
            } else if (unit instanceof LineUnit.BrokenFrame broken) {
                found.add(new Decoded.Refused<>(broken.error()));
            } else if (unit instanceof LineUnit.Noise noise) {
                found.add(new Decoded.Refused<>(noise.error()));
            }
        }

        private void addFrame(byte[] sent, List<Decoded<DecodedFrame>> found) {
            int check = Lis01Frame.endOfText(sent) + 1;
            String right = String.format(
                    Locale.ROOT,
                    "%02X",
                    Checksum.sumModulo256(ByteBuffer.wrap(sent, Lis01Frame.NUMBER_OFFSET, check - 1)));
            byte[] judged = sent.clone();
            if (!checked) {
                judged[check] = (byte) right.charAt(0);
                judged[check + 1] = (byte) right.charAt(1);
            }
            Decoded<Lis01Frame> decoded = Lis01Frame.decode(judged);
            if (decoded instanceof Decoded.Refused<Lis01Frame> refused) {
                found.add(new Decoded.Refused<>(refused.error()));
                return;
            }
            Lis01Frame frame = ((Decoded.Frame<Lis01Frame>) decoded).frame();
            List<FrameField> fields = new ArrayList<>(AstmFrameDecoder.fields(frame, sent, List.of()));
            fields.add(new FrameField("checksum computed", right, "", check, Lis01Frame.CHECKSUM_LENGTH));
            found.add(new Decoded.Frame<>(new DecodedFrame("frame", fields)));
            found.addAll(records.add(frame));
        }

        private static Decoded<DecodedFrame> control(String name) {
            return new Decoded.Frame<>(new DecodedFrame("control", List.of(new FrameField("control", name, "", 0, 1))));
        }
    }
}
