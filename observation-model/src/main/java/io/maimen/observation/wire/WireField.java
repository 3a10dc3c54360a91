package io.maimen.observation.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One field of a message that was read, with the path that leads to it, so that every refusal can name the place.
 * Unknown fields are skipped by never being asked for. Immutable.
 */
final class WireField {
    /** Reads one thing from a field, or refuses it. */
    @FunctionalInterface
    interface Form<T> {
        T read(WireField in) throws WireException;
    }

    /** One of the methods of {@link Notation} that read. */
    @FunctionalInterface
    interface Spelling<T> {
        T read(Notation notation, WireField field) throws WireException;
    }

    /** Makes a value of fields; the model may refuse them. */
    @FunctionalInterface
    interface Making<T> {
        T make() throws WireException;
    }

    private static final String ROOT = "message";

    private final String path;
    private final JsonNode node;
    private final Notation notation;

    /** The whole message, found at {@code path} within a larger one, or at no path at all (""). */
    WireField(String path, JsonNode node, Notation notation) {
        this.path = path;
        this.node = node;
        this.notation = notation;
    }

    WireField required(String name) throws WireException {
        Optional<WireField> field = find(name);
        if (field.isEmpty()) {
            throw new WireException("WIRE-012", path(path, name) + " must be given but was missing");
        }
        return field.get();
    }

    <T> T required(String name, Form<T> form) throws WireException {
        return form.read(required(name));
    }

    <T> T required(String name, Spelling<T> spelling) throws WireException {
        return spelling.read(notation, required(name));
    }

    <T> Optional<T> optional(String name, Form<T> form) throws WireException {
        Optional<WireField> field = find(name);
        return field.isPresent() ? Optional.of(form.read(field.get())) : Optional.empty();
    }

    /** The elements of a required array. */
    <T> List<T> list(String name, Form<T> element) throws WireException {
        return required(name).list(element);
    }

    /** The elements of an array that may be left out where it is empty. */
    <T> List<T> optionalList(String name, Form<T> element) throws WireException {
        Optional<WireField> field = find(name);
        return field.isPresent() ? field.get().list(element) : List.of();
    }

    <T> List<T> list(Form<T> element) throws WireException {
        require(node.isArray(), "an array");
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            list.add(element.read(new WireField(path + "[" + i + "]", node.get(i), notation)));
        }
        return list;
    }

    <T> T spelled(Spelling<T> spelling) throws WireException {
        return spelling.read(notation, this);
    }

    String text() throws WireException {
        require(node.isTextual(), "text");
        return node.textValue();
    }

    boolean flag() throws WireException {
        require(node.isBoolean(), "true or false");
        return node.booleanValue();
    }

    long integer() throws WireException {
        require(node.isIntegralNumber() && node.canConvertToLong(), "a 64-bit integer");
        return node.longValue();
    }

    int integer(int least, int most) throws WireException {
        long value = integer();
        if (value < least || value > most) {
            throw refused("must be " + least + " to " + most + " but was " + value);
        }
        return (int) value;
    }

    BigDecimal decimal() throws WireException {
        require(node.isBigDecimal(), "a decimal");
        return node.decimalValue();
    }

    Bytes binary() throws WireException {
        require(node.isBinary(), "bytes");
        try {
            return Bytes.of(node.binaryValue());
        } catch (IOException e) {
            throw new IllegalStateException("a node of bytes holds them already", e);
        }
    }

    /** Bytes that the model keeps as hex digits. */
    String hex() throws WireException {
        return spelled(Notation::readBytes).hex();
    }

    /** Text in a form that {@code parser} knows; whatever it refuses is refused with this field's path. */
    <T> T parsed(Function<String, T> parser) throws WireException {
        String text = text();
        return checked(() -> parser.apply(text));
    }

    /** One of {@code choices} by its word. */
    <T> T oneOf(T[] choices, Function<? super T, String> word) throws WireException {
        String text = text();
        for (T choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        String words = Arrays.stream(choices).map(word).collect(Collectors.joining(", "));
        throw new WireException("WIRE-016", place() + " must be one of " + words + " but was " + shortened(text));
    }

    /** What {@code making} makes of this field; the model's refusal becomes ours, with the path. */
    <T> T checked(Making<T> making) throws WireException {
        try {
            return making.make();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WireException(
                    "WIRE-014", place() + " must be valid but was refused: " + shortened(e.getMessage()), e);
        }
    }

    void requireVersion(int version) throws WireException {
        WireField field = required("v");
        long actual = field.integer();
        if (actual != version) {
            throw new WireException(
                    "WIRE-011",
                    field.place() + " must be " + version + " but was " + actual
                            + "; update the older of the two sides");
        }
    }

    WireException refused(String reason) {
        return new WireException("WIRE-014", place() + " " + reason);
    }

    private Optional<WireField> find(String name) throws WireException {
        require(node.isObject(), "a map");
        return Optional.ofNullable(node.get(name)).map(child -> new WireField(path(path, name), child, notation));
    }

    private void require(boolean holds, String kind) throws WireException {
        if (!holds) {
            throw new WireException("WIRE-013", place() + " must be " + kind + " but was " + kind(node));
        }
    }

    private String place() {
        return place(path);
    }

    /** The path of the field {@code name} of the map at {@code parent}. */
    static String path(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + shortened(name);
    }

    /** A path as a person is told it: the whole message has no path of its own. */
    static String place(String path) {
        return path.isEmpty() ? ROOT : path;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "a map";
            case STRING -> "text";
            case BOOLEAN -> "true or false";
            case BINARY -> "bytes";
            case NULL -> "null";
            case NUMBER -> number(node);
            case MISSING, POJO -> "nothing";
        };
    }

    private static String number(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return node.isBigDecimal() ? "a decimal" : "a float";
        }
        return node.canConvertToLong() ? "an integer" : "an integer beyond 64 bits";
    }

    /** A peer's text may be a megabyte; a message for people is a line. */
    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
