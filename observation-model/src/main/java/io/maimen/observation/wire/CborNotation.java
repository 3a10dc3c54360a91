package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.maimen.observation.Bytes;
import io.maimen.observation.Samples;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.time.TimeScale;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** For machines: times are microseconds, decimals are CBOR tag 4, samples are packed deltas. Stateless. */
final class CborNotation implements Notation {
    private static final int MAX_OFFSET_SECONDS = ZoneOffset.MAX.getTotalSeconds();

    @Override
    public void writeCode(JsonGenerator out, ObservationCode code) throws IOException {
        out.writeString(code.toString());
    }

    @Override
    public ObservationCode readCode(WireField field) throws WireException {
        return field.parsed(ObservationCode::parse);
    }

    @Override
    public void writeInstant(JsonGenerator out, Instant instant) throws IOException {
        out.writeNumber(TimeScale.epochMicros(instant));
    }

    @Override
    public Instant readInstant(WireField field) throws WireException {
        return TimeScale.ofEpochMicros(field.integer());
    }

    @Override
    public void writeWallTime(JsonGenerator out, LocalDateTime wallTime) throws IOException {
        writeInstant(out, wallTime.toInstant(ZoneOffset.UTC));
    }

    @Override
    public LocalDateTime readWallTime(WireField field) throws WireException {
        return LocalDateTime.ofInstant(readInstant(field), ZoneOffset.UTC);
    }

    @Override
    public void writeOffset(JsonGenerator out, ZoneOffset offset) throws IOException {
        out.writeNumber(offset.getTotalSeconds());
    }

    @Override
    public ZoneOffset readOffset(WireField field) throws WireException {
        return ZoneOffset.ofTotalSeconds(field.integer(-MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS));
    }

    @Override
    public void writeDuration(JsonGenerator out, Duration duration) throws IOException {
        out.writeNumber(TimeScale.micros(duration));
    }

    @Override
    public Duration readDuration(WireField field) throws WireException {
        return Duration.of(field.integer(), ChronoUnit.MICROS);
    }

    @Override
    public void writeDecimal(JsonGenerator out, BigDecimal decimal) throws IOException {
        out.writeNumber(decimal);
    }

    @Override
    public BigDecimal readDecimal(WireField field) throws WireException {
        return field.decimal();
    }

    @Override
    public void writeBytes(JsonGenerator out, Bytes bytes) throws IOException {
        out.writeBinary(bytes.toArray());
    }

    @Override
    public Bytes readBytes(WireField field) throws WireException {
        return field.binary();
    }

    @Override
    public void writeSamples(JsonGenerator out, Samples samples) throws IOException {
        out.writeBinary(SampleDeltas.pack(samples));
    }

    @Override
    public Samples readSamples(WireField field) throws WireException {
        Bytes packed = field.binary();
        return field.checked(() -> SampleDeltas.unpack(packed.asBuffer()));
    }
}
