package io.maimen.driver.senml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.maimen.driver.senml.SenmlValue.Data;
import io.maimen.driver.senml.SenmlValue.Decimal;
import io.maimen.driver.senml.SenmlValue.Flag;
import io.maimen.driver.senml.SenmlValue.NoNumber;
import io.maimen.driver.senml.SenmlValue.Text;
import io.maimen.observation.DataAbsentReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;

/** Reads what stands behind a label, exactly: decimals keep their digits. Confined to one thread. */
final class ValueReader {
    /** What a quantity can hold; refused before any arithmetic, or a sum could have a million digits. */
    static final int MOST_DIGITS = 18;

    private static final int LARGEST_EXPONENT = 127;
    private static final int CBOR_SIMPLE = 7;
    private static final int CBOR_HALF = 0xF9;

    private final Format format;
    private final byte[] pack;
    private final JsonParser parser;

    ValueReader(Format format, byte[] pack, JsonParser parser) {
        this.format = format;
        this.pack = pack;
        this.parser = parser;
    }

    /** The value of the parser's token, which begins at {@code at}. */
    SenmlValue read(Label label, int at) throws IOException, PackRefusal {
        JsonToken token = parser.currentToken();
        return switch (label.kind()) {
            case NUMBER -> number(label, token, at);
            case TEXT -> {
                require(token == JsonToken.VALUE_STRING, label, "a text", at);
                yield new Text(parser.getText());
            }
            case FLAG -> {
                require(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, label, "true or false", at);
                yield new Flag(token == JsonToken.VALUE_TRUE);
            }
            case DATA -> data(label, token, at);
        };
    }

    private SenmlValue number(Label label, JsonToken token, int at) throws IOException, PackRefusal {
        require(token.isNumeric(), label, "a number", at);
        if (format == Format.JSON) {
            return decimal(label, new BigDecimal(parser.getText()), at);
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            require((pack[at] & 0xFF) >> 5 != CBOR_SIMPLE, label, "a number", at);
            return decimal(label, new BigDecimal(parser.getBigIntegerValue()), at);
        }
        // Asked first: reading the number as another type changes the answer.
        NumberType type = parser.getNumberType();
        return type == NumberType.BIG_DECIMAL
                ? decimal(label, parser.getDecimalValue(), at)
                : binary(label, type, parser.getDoubleValue(), at);
    }

    private SenmlValue binary(Label label, NumberType type, double value, int at) throws PackRefusal {
        if (Double.isNaN(value)) {
            return new NoNumber(DataAbsentReason.NOT_A_NUMBER);
        }
        if (Double.isInfinite(value)) {
            return new NoNumber(value > 0 ? DataAbsentReason.POSITIVE_INFINITY : DataAbsentReason.NEGATIVE_INFINITY);
        }
        if (type == NumberType.DOUBLE) {
            return decimal(label, ShortestDecimal.ofDouble(value), at);
        }
        boolean half = (pack[at] & 0xFF) == CBOR_HALF;
        return decimal(
                label, half ? ShortestDecimal.ofHalf((float) value) : ShortestDecimal.ofFloat((float) value), at);
    }

    private static SenmlValue decimal(Label label, BigDecimal number, int at) throws PackRefusal {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw new PackRefusal(
                    "SML-007",
                    at,
                    label.text() + " must have at most " + MOST_DIGITS + " digits and an exponent to "
                            + LARGEST_EXPONENT + " but had more");
        }
        return new Decimal(number);
    }

    private SenmlValue data(Label label, JsonToken token, int at) throws IOException, PackRefusal {
        if (format == Format.JSON) {
            require(token == JsonToken.VALUE_STRING, label, "base64url text", at);
            return new Data(parser.getText());
        }
        require(token == JsonToken.VALUE_EMBEDDED_OBJECT, label, "a byte string", at);
        return new Data(Base64.getUrlEncoder().withoutPadding().encodeToString(parser.getBinaryValue()));
    }

    private static void require(boolean holds, Label label, String kind, int at) throws PackRefusal {
        if (!holds) {
            throw new PackRefusal("SML-006", at, label.text() + " must be " + kind + " but was something else");
        }
    }
}
