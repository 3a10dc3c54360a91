package io.maimen.observation.wire;

import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.StreamPosition;
import java.io.IOException;

/** The fields of a {@link SampledValue}. */
final class SampledForm {
    private SampledForm() {}

    static void write(SampledValue value, WireWriter out) throws IOException {
        out.integer("stream", value.position().stream());
        out.integer("sequence", value.position().sequence());
        out.integer("firstSample", value.position().firstSample());
        out.field("rateHz", Notation::writeDecimal, value.rateHz());
        out.field("scale", Notation::writeDecimal, value.scale());
        out.text("unit", value.unit().code());
        out.field("samples", Notation::writeSamples, value.samples());
        if (!value.gaps().isEmpty()) {
            out.list("gaps", value.gaps(), (gap, to) -> to.map(gap, SampledForm::writeGap));
        }
    }

    static SampledValue read(WireField in) throws WireException {
        return new SampledValue(
                new StreamPosition(
                        in.required("stream").integer(),
                        in.required("sequence").integer(),
                        in.required("firstSample").integer()),
                in.required("rateHz", Notation::readDecimal),
                in.required("scale", Notation::readDecimal),
                ValueForm.readUnit(in),
                in.required("samples", Notation::readSamples),
                in.optionalList("gaps", SampledForm::readGap));
    }

    private static void writeGap(SampleGap gap, WireWriter out) throws IOException {
        out.integer("start", gap.start());
        out.integer("length", gap.length());
    }

    private static SampleGap readGap(WireField in) throws WireException {
        return in.checked(() -> new SampleGap(
                in.required("start").integer(0, Integer.MAX_VALUE),
                in.required("length").integer(1, Integer.MAX_VALUE)));
    }
}
