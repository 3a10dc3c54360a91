package io.maimen.driver.spotchem;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import java.nio.ByteBuffer;

/** The frame {@code spotchem.frame}: the printed text, its heading, and each electrolyte that was measured. Stateless. */
final class SpotchemFrameDecoder implements FrameDecoder {
    @Override
    public String name() {
        return SpotchemFrame.NAME;
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<SpotchemFrame> read = SpotchemFrame.read(bytes);
        if (read instanceof Decoded.Refused<SpotchemFrame> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        return new Decoded.Frame<>(((Decoded.Frame<SpotchemFrame>) read).frame().shown());
    }
}
