package io.maimen.observation.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.util.Collection;
import java.util.HexFormat;

/** Writes the fields of one message after another, in one notation. Confined to the thread that writes the message. */
final class WireWriter {
    /** Writes one thing: a map's fields, or an array's element. */
    @FunctionalInterface
    interface Form<T> {
        void write(T value, WireWriter out) throws IOException;
    }

    /** One of the methods of {@link Notation} that write. */
    @FunctionalInterface
    interface Spelling<T> {
        void write(Notation notation, JsonGenerator out, T value) throws IOException;
    }

    private final JsonGenerator out;
    private final Notation notation;

    WireWriter(JsonGenerator out, Notation notation) {
        this.out = out;
        this.notation = notation;
    }

    <T> void map(T value, Form<? super T> fields) throws IOException {
        out.writeStartObject();
        fields.write(value, this);
        out.writeEndObject();
    }

    <T> void map(String name, T value, Form<? super T> fields) throws IOException {
        out.writeFieldName(name);
        map(value, fields);
    }

    <T> void list(String name, Collection<T> values, Form<? super T> element) throws IOException {
        out.writeFieldName(name);
        out.writeStartArray(values, values.size());
        for (T value : values) {
            element.write(value, this);
        }
        out.writeEndArray();
    }

    <T> void field(String name, Spelling<? super T> spelling, T value) throws IOException {
        out.writeFieldName(name);
        spelling.write(notation, out, value);
    }

    void text(String name, String text) throws IOException {
        out.writeStringField(name, text);
    }

    void text(String text) throws IOException {
        out.writeString(text);
    }

    void integer(String name, long integer) throws IOException {
        out.writeNumberField(name, integer);
    }

    void flag(String name, boolean flag) throws IOException {
        out.writeBooleanField(name, flag);
    }

    void bytes(Bytes bytes) throws IOException {
        notation.writeBytes(out, bytes);
    }

    /** Bytes that the model keeps as hex digits. */
    void hex(String digits) throws IOException {
        bytes(Bytes.of(HexFormat.of().parseHex(digits)));
    }

    void hex(String name, String digits) throws IOException {
        out.writeFieldName(name);
        hex(digits);
    }
}
