package io.maimen.driver.senml;

import io.maimen.driver.senml.SenmlValue.Decimal;
import io.maimen.driver.senml.SenmlValue.Text;
import io.maimen.observation.FrameField;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record as sent, before anything is resolved. Immutable.
 *
 * @param offset of its first byte in the pack
 * @param length in bytes
 * @param fields each label with its bytes, in order
 */
record SenmlRecord(int offset, int length, Map<Label, SenmlValue> values, List<FrameField> fields) {
    SenmlRecord {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
        fields = List.copyOf(fields);
    }

    Optional<String> text(Label label) {
        return Optional.ofNullable(values.get(label)).map(value -> ((Text) value).text());
    }

    /** A number where only numbers have a meaning. */
    Optional<BigDecimal> number(Label label) throws PackRefusal {
        SenmlValue value = values.get(label);
        if (value instanceof SenmlValue.NoNumber none) {
            throw new PackRefusal(
                    "SML-007",
                    offset,
                    label.text() + " must be a finite number but was "
                            + none.reason().code());
        }
        return Optional.ofNullable(value).map(number -> ((Decimal) number).number());
    }
}
