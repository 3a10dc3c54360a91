package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.maimen.observation.Bytes;
import io.maimen.observation.Samples;
import io.maimen.observation.code.ObservationCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * How single values are spelled. The maps and field names around them are the same for machines ({@link CborNotation})
 * and for people ({@link JsonNotation}), so each thing has one form and not two. Stateless.
 */
interface Notation {
    void writeCode(JsonGenerator out, ObservationCode code) throws IOException;

    ObservationCode readCode(WireField field) throws WireException;

    void writeInstant(JsonGenerator out, Instant instant) throws IOException;

    Instant readInstant(WireField field) throws WireException;

    void writeWallTime(JsonGenerator out, LocalDateTime wallTime) throws IOException;

    LocalDateTime readWallTime(WireField field) throws WireException;

    void writeOffset(JsonGenerator out, ZoneOffset offset) throws IOException;

    ZoneOffset readOffset(WireField field) throws WireException;

    void writeDuration(JsonGenerator out, Duration duration) throws IOException;

    Duration readDuration(WireField field) throws WireException;

    /** Keeps the scale: 5.0 and 5.00 are spelled differently. */
    void writeDecimal(JsonGenerator out, BigDecimal decimal) throws IOException;

    BigDecimal readDecimal(WireField field) throws WireException;

    void writeBytes(JsonGenerator out, Bytes bytes) throws IOException;

    Bytes readBytes(WireField field) throws WireException;

    void writeSamples(JsonGenerator out, Samples samples) throws IOException;

    Samples readSamples(WireField field) throws WireException;
}
