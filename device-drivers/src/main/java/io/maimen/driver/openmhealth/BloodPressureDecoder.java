package io.maimen.driver.openmhealth;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
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
        Decoded<JsonLeaves> json = JsonLeaves.read(message);
        if (json instanceof Decoded.Refused<JsonLeaves> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        JsonLeaves leaves = ((Decoded.Frame<JsonLeaves>) json).frame();
        if (BloodPressureBody.read(leaves) instanceof Decoded.Refused<BloodPressureBody> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        return new Decoded.Frame<>(new DecodedFrame(name(), leaves.leaves()));
    }
}
