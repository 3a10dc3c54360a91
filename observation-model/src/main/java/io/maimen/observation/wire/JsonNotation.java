package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.maimen.observation.Bytes;
import io.maimen.observation.Samples;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** For people: ISO 8601 times, decimals as text, bytes in hex, codes with their names. Stateless. */
final class JsonNotation implements Notation {
    /** No decimal of ours is longer; reading a longer one would cost time that grows with the square of its length. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,150}(\\.[0-9]{1,150})?(E[+-]?[0-9]{1,3})?");

    @Override
    public void writeCode(JsonGenerator out, ObservationCode code) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", code.toString());
        Optional<Nomenclature.Entry> entry = Nomenclature.find(code);
        if (entry.isPresent()) {
            out.writeObjectFieldStart("display");
            out.writeStringField("zh", entry.get().display().zh());
            out.writeStringField("en", entry.get().display().en());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    @Override
    public ObservationCode readCode(WireField field) throws WireException {
        return field.required("code").parsed(ObservationCode::parse);
    }

    @Override
    public void writeInstant(JsonGenerator out, Instant instant) throws IOException {
        out.writeString(instant.toString());
    }

    @Override
    public Instant readInstant(WireField field) throws WireException {
        return field.parsed(Instant::parse);
    }

    @Override
    public void writeWallTime(JsonGenerator out, LocalDateTime wallTime) throws IOException {
        out.writeString(wallTime.toString());
    }

    @Override
    public LocalDateTime readWallTime(WireField field) throws WireException {
        return field.parsed(LocalDateTime::parse);
    }

    @Override
    public void writeOffset(JsonGenerator out, ZoneOffset offset) throws IOException {
        out.writeString(offset.getId());
    }

    @Override
    public ZoneOffset readOffset(WireField field) throws WireException {
        return field.parsed(ZoneOffset::of);
    }

    @Override
    public void writeDuration(JsonGenerator out, Duration duration) throws IOException {
        out.writeString(duration.toString());
    }

    @Override
    public Duration readDuration(WireField field) throws WireException {
        return field.parsed(Duration::parse);
    }

    /** Plain digits, except where only an exponent can say how many of them count: 1E+3 is not 1000. */
    @Override
    public void writeDecimal(JsonGenerator out, BigDecimal decimal) throws IOException {
        out.writeString(decimal.scale() < 0 ? decimal.toString() : decimal.toPlainString());
    }

    @Override
    public BigDecimal readDecimal(WireField field) throws WireException {
        return field.parsed(text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw new IllegalArgumentException("not decimal digits");
            }
            return new BigDecimal(text);
        });
    }

    @Override
    public void writeBytes(JsonGenerator out, Bytes bytes) throws IOException {
        out.writeString(bytes.hex());
    }

    @Override
    public Bytes readBytes(WireField field) throws WireException {
        return field.parsed(text -> Bytes.of(HexFormat.of().parseHex(text)));
    }

    @Override
    public void writeSamples(JsonGenerator out, Samples samples) throws IOException {
        int[] values = samples.toArray();
        out.writeArray(values, 0, values.length);
    }

    @Override
    public Samples readSamples(WireField field) throws WireException {
        List<Integer> values = field.list(sample -> sample.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        return Samples.of(values.stream().mapToInt(Integer::intValue).toArray());
    }
}
