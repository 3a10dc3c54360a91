package io.maimen.observation.wire;

import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import java.io.IOException;

/** The fields of a {@link RawFrame}; its name is not sent, for it follows from the bytes. */
final class RawFrameForm {
    private RawFrameForm() {}

    static void write(RawFrame frame, WireWriter out) throws IOException {
        out.field("bytes", Notation::writeBytes, frame.bytes());
        out.field("received", Notation::writeInstant, frame.receivedAt().instant());
        if (!frame.fields().isEmpty()) {
            out.list("fields", frame.fields(), (field, to) -> to.map(field, RawFrameForm::writeField));
        }
    }

    static RawFrame read(WireField in) throws WireException {
        return in.checked(() -> new RawFrame(
                in.required("bytes", Notation::readBytes),
                in.required("received", TimingForm::readReceived),
                in.optionalList("fields", RawFrameForm::readField)));
    }

    static void writeField(FrameField field, WireWriter out) throws IOException {
        out.text("name", field.name());
        out.text("value", field.value());
        if (!field.unit().isEmpty()) {
            out.text("unit", field.unit());
        }
        out.integer("offset", field.offset());
        out.integer("length", field.length());
    }

    static FrameField readField(WireField in) throws WireException {
        return in.checked(() -> new FrameField(
                in.required("name").text(),
                in.required("value").text(),
                in.optional("unit", WireField::text).orElse(""),
                in.required("offset").integer(0, Integer.MAX_VALUE),
                in.required("length").integer(0, Integer.MAX_VALUE)));
    }
}
