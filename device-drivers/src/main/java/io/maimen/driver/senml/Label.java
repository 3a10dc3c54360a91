package io.maimen.driver.senml;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a record can say: the labels of RFC 8428 table 4, with their numbers in CBOR. */
enum Label {
    BASE_NAME("bn", -2, Kind.TEXT),
    BASE_TIME("bt", -3, Kind.NUMBER),
    BASE_UNIT("bu", -4, Kind.TEXT),
    BASE_VALUE("bv", -5, Kind.NUMBER),
    BASE_SUM("bs", -6, Kind.NUMBER),
    BASE_VERSION("bver", -1, Kind.NUMBER),
    NAME("n", 0, Kind.TEXT),
    UNIT("u", 1, Kind.TEXT),
    VALUE("v", 2, Kind.NUMBER),
    STRING_VALUE("vs", 3, Kind.TEXT),
    BOOLEAN_VALUE("vb", 4, Kind.FLAG),
    SUM("s", 5, Kind.NUMBER),
    TIME("t", 6, Kind.NUMBER),
    UPDATE_TIME("ut", 7, Kind.NUMBER),
    DATA_VALUE("vd", 8, Kind.DATA);

    /** What stands behind a label. */
    enum Kind {
        NUMBER,
        TEXT,
        FLAG,
        /** Bytes: base64url text in JSON, a byte string in CBOR. */
        DATA
    }

    private static final Map<String, Label> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Label::text, Function.identity()));
    private static final Map<String, Label> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Label::number, Function.identity()));

    private final String text;
    private final String number;
    private final Kind kind;

    Label(String text, int number, Kind kind) {
        this.text = text;
        this.number = Integer.toString(number);
        this.kind = kind;
    }

    /** As JSON writes it. */
    String text() {
        return text;
    }

    /** As CBOR writes it, in digits. */
    String number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    static Optional<Label> ofText(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static Optional<Label> ofNumber(String digits) {
        return Optional.ofNullable(BY_NUMBER.get(digits));
    }
}
