package io.maimen.observation.wire;

import io.maimen.observation.RawFrame;
import java.io.IOException;

/** The fields of a {@link RawFrame}; its name is not sent, for it follows from the bytes. */
final class RawFrameForm {
    private RawFrameForm() {}

    static void write(RawFrame frame, WireWriter out) throws IOException {
        out.field("bytes", Notation::writeBytes, frame.bytes());
        out.field("received", Notation::writeInstant, frame.receivedAt().instant());
    }

    static RawFrame read(WireField in) throws WireException {
        return new RawFrame(
                in.required("bytes", Notation::readBytes), in.required("received", TimingForm::readReceived));
    }
}
