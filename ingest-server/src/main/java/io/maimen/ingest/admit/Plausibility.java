package io.maimen.ingest.admit;

import io.maimen.observation.Component;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an observation can be true. Stateless; every refusal says what must hold and who can mend it. */
final class Plausibility {
    private static final Duration TOLERATED_AHEAD = Duration.ofDays(1);
    /** Older than any device we read: a clock that lost its battery says so. */
    private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");

    /** What devices can be set to besides the unit of the nomenclature; a value is kept in the unit it came in. */
    private static final Map<UcumUnit, UcumUnit> ALSO_SHOWN_IN = Map.of(
            UcumUnit.MILLIMETRE_OF_MERCURY, UcumUnit.KILOPASCAL,
            UcumUnit.CELSIUS, UcumUnit.FAHRENHEIT,
            UcumUnit.KILOGRAM, UcumUnit.POUND);

    private Plausibility() {}

    /** The reason against it, for a person; empty when nothing speaks against it. */
    static Optional<String> against(Observation observation, Instant now) {
        return Stream.concat(
                        Stream.of(new Component(observation.type(), observation.value())),
                        observation.components().stream())
                .map(part -> againstValue(part, observation.source().specimen().isPresent()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> againstTime(observation, now));
    }

    /**
     * A laboratory knows more tests than the nomenclature does: what is measured in a specimen may have any LOINC code. It keeps
     * that code for a name and its own unit, and no rule speaks of it.
     */
    private static Optional<String> againstValue(Component part, boolean inSpecimen) {
        Optional<Nomenclature.Entry> known = Nomenclature.find(part.type());
        if (known.isEmpty() && inSpecimen && part.type() instanceof LoincCode) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.of("SRV-050 code must be one of the nomenclature but was " + part.type()
                    + "; correct the driver's code map, or add the code");
        }
        Set<UcumUnit> accepted = acceptedUnits(known.get());
        return unit(part.value())
                .filter(unit -> !accepted.contains(unit))
                .map(unit -> "SRV-051 unit of " + part.type() + " must be "
                        + accepted.stream().map(UcumUnit::code).sorted().collect(Collectors.joining(" or "))
                        + " but was " + unit + "; correct the device's unit setting");
    }

    private static Set<UcumUnit> acceptedUnits(Nomenclature.Entry entry) {
        // Of moles and grams only glucose's molar mass is agreed on.
        Optional<UcumUnit> other = entry.code() instanceof MdcCode mdc && Nomenclature.GLUCOSE.contains(mdc)
                ? Optional.of(UcumUnit.MILLIGRAM_PER_DECILITRE)
                : Optional.ofNullable(ALSO_SHOWN_IN.get(entry.unit()));
        return Stream.concat(Stream.of(entry.unit()), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<UcumUnit> unit(ObservationValue value) {
        if (value instanceof NumericValue numeric) {
            return Optional.of(numeric.quantity().unit());
        }
        return value instanceof SampledValue sampled ? Optional.of(sampled.unit()) : Optional.empty();
    }

    private static Optional<String> againstTime(Observation observation, Instant now) {
        Instant received = observation.timing().receiveTime().instant();
        Instant measured = observation.timing().measuredAt();
        for (Instant time : new Instant[] {received, measured}) {
            if (time.isBefore(EARLIEST) || time.isAfter(now.plus(TOLERATED_AHEAD))) {
                return Optional.of("SRV-052 time must be from " + EARLIEST + " to a day from now but was " + time
                        + "; set the clock of the " + (time.equals(received) ? "gateway" : "device"));
            }
        }
        return Optional.empty();
    }
}
