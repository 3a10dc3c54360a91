package io.maimen.driver.vidas;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import java.nio.ByteBuffer;

/** The frame {@code vidas.frame}: each field as {@code field.TAG}, and the checksum. Stateless. */
final class VidasFrameDecoder implements FrameDecoder {
    @Override
    public String name() {
        return VidasFrame.NAME;
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<VidasFrame> read = VidasFrame.read(bytes);
        if (read instanceof Decoded.Refused<VidasFrame> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        return new Decoded.Frame<>(((Decoded.Frame<VidasFrame>) read).frame().shown());
    }
}
