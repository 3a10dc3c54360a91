package io.maimen.driver.senml;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The frames {@code senml.json} and {@code senml.cbor}: the labels as sent, then for each record what it says when its base
 * fields are worked in ({@code [0].n}, {@code [0].u}, {@code [0].t}, {@code [0].v}), with the record's bytes. Stateless.
 */
record PackDecoder(Format format) implements FrameDecoder {
    @Override
    public String name() {
        return "senml." + format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        byte[] pack = new byte[bytes.remaining()];
        bytes.duplicate().get(pack);
        if (Format.of(pack).filter(format::equals).isEmpty()) {
            return Decoded.refused("SML-001", 0, "pack must be an array of records in " + format + " but was not");
        }
        try {
            return new Decoded.Frame<>(new DecodedFrame(name(), fields(SenmlPack.read(pack))));
        } catch (PackRefusal e) {
            return new Decoded.Refused<>(e.error());
        }
    }

    private static List<FrameField> fields(SenmlPack pack) {
        List<FrameField> fields = new ArrayList<>(pack.fields());
        for (int i = 0; i < pack.records().size(); i++) {
            ResolvedRecord resolved = pack.records().get(i);
            String place = "[" + i + "].";
            fields.add(field(resolved, place + "n", resolved.name()));
            resolved.unit().ifPresent(unit -> fields.add(field(resolved, place + "u", unit)));
            fields.add(field(resolved, place + "t", resolved.time().toPlainString()));
            resolved.value()
                    .ifPresent(value ->
                            fields.add(field(resolved, place + label(value).text(), value.toString())));
        }
        return fields;
    }

    private static FrameField field(ResolvedRecord resolved, String name, String value) {
        SenmlRecord sent = resolved.source();
        return new FrameField(name, value, "", sent.offset(), sent.length());
    }

    private static Label label(SenmlValue value) {
        if (value instanceof SenmlValue.Text) {
            return Label.STRING_VALUE;
        }
        if (value instanceof SenmlValue.Flag) {
            return Label.BOOLEAN_VALUE;
        }
        return value instanceof SenmlValue.Data ? Label.DATA_VALUE : Label.VALUE;
    }
}
