package io.maimen.driver.senml;

import io.maimen.observation.DataAbsentReason;
import java.math.BigDecimal;

/** What a record says. A closed set; immutable. */
sealed interface SenmlValue {
    /** A number with the digits that were sent; a binary float has the fewest that mean it. */
    record Decimal(BigDecimal number) implements SenmlValue {
        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** A binary float that is none: NaN or an infinity, which only CBOR can say. */
    record NoNumber(DataAbsentReason reason) implements SenmlValue {
        @Override
        public String toString() {
            return reason.code();
        }
    }

    /** A text. */
    record Text(String text) implements SenmlValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /** True or false. */
    record Flag(boolean set) implements SenmlValue {
        @Override
        public String toString() {
            return Boolean.toString(set);
        }
    }

    /** Bytes, as base64url text without padding. */
    record Data(String base64url) implements SenmlValue {
        @Override
        public String toString() {
            return base64url;
        }
    }
}
