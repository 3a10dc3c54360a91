package io.maimen.driver.openmhealth;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.message.MessageFields;
import java.nio.ByteBuffer;

/** The frame {@code openmhealth.blood-pressure}: every value of the JSON by its path. Stateless. */
final class BloodPressureDecoder implements FrameDecoder {
    @Override
    public String name() {
        return "openmhealth.blood-pressure";
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        byte[] message = new byte[bytes.remaining()];
        bytes.duplicate().get(message);
        Decoded<MessageFields> json = MessageFields.json(message, "OMH-001");
        if (json instanceof Decoded.Refused<MessageFields> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        MessageFields fields = ((Decoded.Frame<MessageFields>) json).frame();
        if (BloodPressureBody.read(fields) instanceof Decoded.Refused<BloodPressureBody> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        return new Decoded.Frame<>(new DecodedFrame(name(), fields.frameFields()));
    }
}
