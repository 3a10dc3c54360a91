package io.maimen.driver.senml;

import io.maimen.driver.senml.Meaning.Doubt;
import io.maimen.driver.senml.Meaning.Measured;
import io.maimen.driver.senml.SenmlValue.Decimal;
import io.maimen.driver.senml.SenmlValue.Flag;
import io.maimen.driver.senml.SenmlValue.NoNumber;
import io.maimen.driver.senml.SenmlValue.Text;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a pack's records their meaning and puts together what was measured at one time. Stateless. */
record MeasurementReader(SenmlOptions options) {
    /** SenML's and vendors' spellings of units that UCUM writes otherwise (RFC 8428 section 12.1, RFC 8798). */
    private static final Map<String, UcumUnit> SPELLINGS = Map.of(
            "mmHg", UcumUnit.MILLIMETRE_OF_MERCURY,
            "beat/min", UcumUnit.PER_MINUTE,
            "1/min", UcumUnit.PER_MINUTE);

    private static final BigDecimal UNKNOWN_SLOT = BigDecimal.valueOf(255);

    /** In the order of their times in the pack; at least one. */
    List<Measurement> read(SenmlPack pack) throws PackRefusal {
        Map<BigDecimal, List<ResolvedRecord>> byTime = new LinkedHashMap<>();
        for (ResolvedRecord each : pack.records()) {
            requireOurs(each);
            if (options.names().containsKey(each.localName())) {
                byTime.computeIfAbsent(each.time().stripTrailingZeros(), time -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        for (List<ResolvedRecord> together : byTime.values()) {
            measurement(together).ifPresent(measurements::add);
        }
        if (measurements.isEmpty()) {
            throw new PackRefusal(
                    "SML-023",
                    0,
                    "pack must measure one of "
                            + options.names().keySet().stream().sorted().toList()
                            + " but did not; name what it measures in options.map");
        }
        return measurements;
    }

    /** A pack under the wrong device would be a reading under the wrong patient. */
    private void requireOurs(ResolvedRecord one) throws PackRefusal {
        if (options.baseName().isPresent()
                && !one.name().startsWith(options.baseName().get())) {
            throw new PackRefusal(
                    "SML-024",
                    one.source().offset(),
                    "name must begin with " + options.baseName().get() + " but was " + one.name()
                            + "; another device sends in its name");
        }
    }

    /** Empty when nothing was measured at that time. */
    private Optional<Measurement> measurement(List<ResolvedRecord> together) throws PackRefusal {
        Map<ObservationCode, ObservationValue> values = new HashMap<>();
        Set<MeasurementStatus> doubts = EnumSet.noneOf(MeasurementStatus.class);
        List<UserSlot> slots = new ArrayList<>();
        int slotsSaid = 0;
        for (ResolvedRecord each : together) {
            Meaning meaning = options.names().get(each.localName());
            boolean twice = false;
            if (meaning instanceof Measured measured) {
                twice = values.put(measured.code(), value(each, measured)) != null;
            } else if (meaning instanceof Doubt doubt) {
                if (flag(each)) {
                    doubts.add(doubt.status());
                }
            } else {
                twice = slotsSaid++ > 0;
                slot(each).ifPresent(slots::add);
            }
            if (twice) {
                throw refusal("SML-022", each, "must be there once for one time but was there twice");
            }
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Measurement(together.get(0), slots.stream().findFirst(), values, doubts));
    }

    private static ObservationValue value(ResolvedRecord one, Measured measured) throws PackRefusal {
        SenmlValue value = one.value().orElseThrow(() -> refusal("SML-021", one, "must have a value but had a sum"));
        if (value instanceof Decimal decimal) {
            return NumericValue.exact(new Quantity(decimal.number(), unit(one, measured)));
        }
        if (value instanceof NoNumber none) {
            return new AbsentValue(none.reason());
        }
        return Arrays.stream(DataAbsentReason.values())
                .filter(reason -> value instanceof Text text && text.text().equals(reason.code()))
                .findFirst()
                .map(AbsentValue::new)
                .orElseThrow(() -> refusal(
                        "SML-021", one, "must be a number, or a text that says why there is none, but was " + value));
    }

    private static UcumUnit unit(ResolvedRecord one, Measured measured) throws PackRefusal {
        Optional<UcumUnit> said = one.unit().flatMap(MeasurementReader::ucum);
        Optional<UcumUnit> unit = one.unit().isPresent() ? said : measured.assumed();
        return unit.filter(measured.units()::contains)
                .orElseThrow(() -> refusal(
                        "SML-020",
                        one,
                        "must be in one of " + measured.units() + " but was in "
                                + one.unit().orElse("no unit; nothing is guessed")));
    }

    private static Optional<UcumUnit> ucum(String spelling) {
        try {
            return Optional.of(SPELLINGS.getOrDefault(spelling, new UcumUnit(spelling)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no unit can be written so
        }
    }

    private static boolean flag(ResolvedRecord one) throws PackRefusal {
        if (one.value().orElse(null) instanceof Flag flag) {
            return flag.set();
        }
        throw refusal("SML-021", one, "must be true or false but was not");
    }

    private static Optional<UserSlot> slot(ResolvedRecord one) throws PackRefusal {
        if (one.value().orElse(null) instanceof Decimal decimal
                && decimal.number().stripTrailingZeros().scale() <= 0
                && decimal.number().signum() >= 0
                && decimal.number().compareTo(UNKNOWN_SLOT) <= 0) {
            // 255 is how cuffs say that nobody pressed a button (Bluetooth SIG 0x2A35, user id).
            return decimal.number().compareTo(UNKNOWN_SLOT) == 0
                    ? Optional.empty()
                    : Optional.of(new UserSlot(decimal.number().intValueExact()));
        }
        throw refusal("SML-021", one, "must be a whole number from 0 to 255 but was not");
    }

    private static PackRefusal refusal(String code, ResolvedRecord one, String must) {
        return new PackRefusal(code, one.source().offset(), one.name() + " " + must);
    }
}
