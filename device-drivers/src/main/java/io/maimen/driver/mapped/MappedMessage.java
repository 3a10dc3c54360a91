package io.maimen.driver.mapped;

import io.maimen.driver.mapped.Mapping.Message;
import io.maimen.driver.mapped.Mapping.Unit;
import io.maimen.driver.mapped.Mapping.Value;
import io.maimen.driver.message.MessageFields;
import io.maimen.driver.message.MessageFields.Field;
import io.maimen.driver.message.MessageFields.Kind;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message and what its fields mean: pressures become one panel, everything else stands alone. Immutable. */
record MappedMessage(Message message, MessageFields fields) {
    private static final List<MdcCode> PRESSURES = List.of(
            Nomenclature.BLOOD_PRESSURE_SYSTOLIC,
            Nomenclature.BLOOD_PRESSURE_DIASTOLIC,
            Nomenclature.BLOOD_PRESSURE_MEAN);

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");
    private static final int MOST_DIGITS = 18;

    List<Observation> observations(Origin origin, RawFrame frame, long number) throws MappedRefusal {
        Map<ObservationCode, ObservationValue> values = values();
        if (values.isEmpty()) {
            throw new MappedRefusal(
                    "MAP-023",
                    0,
                    "message must measure one of "
                            + message.values().stream().map(Value::at).toList() + " but did not");
        }
        Origin.Measurement measurement = origin.measurement(
                slot(),
                message.time().flatMap(time -> fields.at(time.at())
                        .flatMap(field ->
                                time.read(field.text(), origin.context().place()))),
                number,
                frame,
                message.statuses(),
                content(values));
        List<Observation> observations = new ArrayList<>();
        if (PRESSURES.stream().anyMatch(values::containsKey)) {
            observations.add(measurement.observation(
                    Nomenclature.BLOOD_PRESSURE, new AbsentValue(DataAbsentReason.NOT_APPLICABLE), pressures(values)));
        }
        values.forEach((code, value) -> {
            if (!PRESSURES.contains(code)) {
                observations.add(measurement.observation(code, value));
            }
        });
        return observations;
    }

    /** In the mapping's order; what was not sent is not there. */
    private Map<ObservationCode, ObservationValue> values() throws MappedRefusal {
        Map<ObservationCode, ObservationValue> values = new LinkedHashMap<>();
        for (Value value : message.values()) {
            Optional<Field> field = fields.at(value.at());
            if (field.isPresent()) {
                values.put(value.code(), value(value, field.get()));
            }
        }
        return values;
    }

    private ObservationValue value(Value value, Field field) throws MappedRefusal {
        if (message.noValue().containsKey(field.text())) {
            return new AbsentValue(message.noValue().get(field.text()));
        }
        if (field.kind() == Kind.NONE) {
            return new AbsentValue(DataAbsentReason.UNKNOWN);
        }
        if (field.kind() == Kind.FLAG || !NUMBER.matcher(field.text()).matches()) {
            throw new MappedRefusal("MAP-022", field, "must be a number, or one of the words of noValue,");
        }
        BigDecimal number = new BigDecimal(field.text()).multiply(value.scale());
        if (number.precision() > MOST_DIGITS) {
            throw new MappedRefusal("MAP-022", field, "must have at most " + MOST_DIGITS + " digits, scaled,");
        }
        return NumericValue.exact(new Quantity(number, unit(value.unit(), field)));
    }

    private UcumUnit unit(Unit unit, Field of) throws MappedRefusal {
        if (unit instanceof Unit.Fixed fixed) {
            return fixed.unit();
        }
        Unit.Told told = (Unit.Told) unit;
        Field word = fields.at(told.at())
                .orElseThrow(() -> new MappedRefusal("MAP-024", of, "must have a unit in " + told.at()));
        return Optional.ofNullable(told.words().get(word.text()))
                .orElseThrow(() -> new MappedRefusal("MAP-024", word, "must be one of the unit's words"));
    }

    /** None where the device says nobody, or nothing. */
    private Optional<UserSlot> slot() throws MappedRefusal {
        Optional<Field> field = message.slot()
                .flatMap(fields::at)
                .filter(each -> each.kind() != Kind.NONE && !message.noValue().containsKey(each.text()));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserSlot(Integer.parseInt(field.get().text())));
        } catch (IllegalArgumentException e) {
            throw new MappedRefusal("MAP-025", field.get(), "must be a user's number from 0 to 255");
        }
    }

    /** Systolic and diastolic always, the mean where the device sends one. */
    private static List<Component> pressures(Map<ObservationCode, ObservationValue> values) {
        List<Component> components = new ArrayList<>();
        for (MdcCode code : PRESSURES) {
            if (values.containsKey(code) || !code.equals(Nomenclature.BLOOD_PRESSURE_MEAN)) {
                components.add(
                        new Component(code, values.getOrDefault(code, new AbsentValue(DataAbsentReason.UNKNOWN))));
            }
        }
        return components;
    }

    /** Values with their codes, in one order whatever order the mapping has. */
    private static String[] content(Map<ObservationCode, ObservationValue> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + (entry.getValue() instanceof NumericValue number
                                ? number.quantity().toString()
                                : ((AbsentValue) entry.getValue()).reason().code()))
                .sorted()
                .toArray(String[]::new);
    }
}
