package io.maimen.driver.recording;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;

/** A whole file as a frame: what an eye would look for in it. Refused where its samples cannot be read. Stateless. */
public record RecordingDecoder(String name, RecordingFormat format) implements FrameDecoder {
    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        byte[] file = new byte[bytes.remaining()];
        bytes.duplicate().get(file);
        try {
            return new Decoded.Frame<>(new DecodedFrame(
                    name, format.read(Bytes.of(file), ZoneOffset.UTC).fields()));
        } catch (RefusedFile e) {
            return new Decoded.Refused<>(e.error());
        }
    }
}
