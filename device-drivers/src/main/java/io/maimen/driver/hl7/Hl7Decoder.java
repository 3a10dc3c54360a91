package io.maimen.driver.hl7;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import java.nio.ByteBuffer;

/** The frame {@code hl7.message}: a message without its MLLP frame. Stateless. */
final class Hl7Decoder implements FrameDecoder {
    static final String NAME = "hl7.message";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        byte[] message = new byte[bytes.remaining()];
        bytes.duplicate().get(message);
        return shown(message, 0);
    }

    /** @param before bytes that stand before the message in its frame */
    static Decoded<DecodedFrame> shown(byte[] message, int before) {
        Decoded<Hl7Message> read = Hl7Message.read(message);
        if (read instanceof Decoded.Refused<Hl7Message> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        Hl7Text text = ((Decoded.Frame<Hl7Message>) read).frame().text();
        return new Decoded.Frame<>(new DecodedFrame(NAME, Hl7Fields.of(text, before)));
    }
}
