package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code astm.frame}: number, text, the fields of the records in the text, terminator, checksum, trailer. Stateless;
 * may be shared.
 */
final class AstmFrameDecoder implements FrameDecoder {
    static final String NAME = "astm.frame";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        byte[] frame = new byte[bytes.remaining()];
        bytes.duplicate().get(frame);
        Decoded<Lis01Frame> decoded = Lis01Frame.decode(frame);
        if (decoded instanceof Decoded.Refused<Lis01Frame> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        Lis01Frame lis01 = ((Decoded.Frame<Lis01Frame>) decoded).frame();
        return new Decoded.Frame<>(
                new DecodedFrame(NAME, fields(lis01, frame, FrameFields.alone(frame, endOfText(lis01)))));
    }

    /** The fields of a frame of which {@code lis01} was read, with {@code records} after its text. */
    static List<FrameField> fields(Lis01Frame lis01, byte[] frame, List<FrameField> records) {
        int terminator = endOfText(lis01);
        int checksum = terminator + 1;
        int trailer = checksum + Lis01Frame.CHECKSUM_LENGTH;
        List<FrameField> fields = new ArrayList<>();
        fields.add(field("number", frame, Lis01Frame.NUMBER_OFFSET, Lis01Frame.TEXT_OFFSET));
        fields.add(field("text", frame, Lis01Frame.TEXT_OFFSET, terminator));
        fields.addAll(records);
        fields.add(new FrameField("terminator", lis01.last() ? "ETX" : "ETB", "", terminator, 1));
        fields.add(field("checksum", frame, checksum, trailer));
        fields.add(new FrameField("trailer", trailer(frame, trailer), "", trailer, frame.length - trailer));
        return fields;
    }

    private static int endOfText(Lis01Frame lis01) {
        return Lis01Frame.TEXT_OFFSET + lis01.text().size();
    }

    private static FrameField field(String name, byte[] frame, int from, int to) {
        return new FrameField(name, text(frame, from, to), "", from, to - from);
    }

    private static String text(byte[] frame, int from, int to) {
        return new String(frame, from, to - from, StandardCharsets.UTF_8);
    }

    private static String trailer(byte[] frame, int from) {
        return text(frame, from, frame.length).replace("\r", "CR").replace("\n", "LF");
    }
}
