package io.maimen.driver.senml;

import io.maimen.driver.DriverOptions;
import io.maimen.driver.senml.Meaning.Doubt;
import io.maimen.driver.senml.Meaning.Measured;
import io.maimen.driver.senml.Meaning.Slot;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be set for a SenML device. Immutable.
 *
 * @param names what its records mean; option {@code map.NAME: CODE UNIT} or {@code map.NAME: slot}, a cuff's without it
 * @param baseName what every name must begin with; option {@code baseName}, anything without it
 * @param simulated option {@code simulated: true}: nothing this device sends comes from a human body
 */
record SenmlOptions(Map<String, Meaning> names, Optional<String> baseName, boolean simulated) {
    private static final String MAP = "map.";
    private static final Set<String> OTHERS = Set.of("baseName", "simulated");

    private static final Map<String, Meaning> CUFF = Map.of(
            "systolic", pressure(Nomenclature.BLOOD_PRESSURE_SYSTOLIC),
            "diastolic", pressure(Nomenclature.BLOOD_PRESSURE_DIASTOLIC),
            "mean", pressure(Nomenclature.BLOOD_PRESSURE_MEAN),
            "pulse", measured(Nomenclature.PULSE_RATE_CUFF, Optional.empty(), UcumUnit.PER_MINUTE),
            "slot", new Slot(),
            "body-movement", new Doubt(MeasurementStatus.BODY_MOVEMENT),
            "cuff-loose", new Doubt(MeasurementStatus.CUFF_LOOSE),
            "irregular-pulse", new Doubt(MeasurementStatus.IRREGULAR_PULSE),
            "improper-position", new Doubt(MeasurementStatus.IMPROPER_POSITION));

    /** Reads the options; throws IllegalArgumentException with the option's name and what it accepts. */
    static SenmlOptions of(DriverOptions options) {
        for (String name : options.values().keySet()) {
            if (!name.startsWith(MAP) && !OTHERS.contains(name)) {
                throw new IllegalArgumentException(
                        "SML-030 options of driver senml must be map.NAME, baseName or simulated but was " + name);
            }
        }
        Map<String, Meaning> names = new HashMap<>(CUFF);
        options.under(MAP).forEach((name, meaning) -> names.put(name, meaning(name, meaning)));
        return new SenmlOptions(Map.copyOf(names), options.text("baseName"), simulated(options));
    }

    private static Measured pressure(MdcCode code) {
        return measured(code, Optional.empty(), UcumUnit.MILLIMETRE_OF_MERCURY, UcumUnit.KILOPASCAL);
    }

    private static Measured measured(ObservationCode code, Optional<UcumUnit> assumed, UcumUnit... units) {
        return new Measured(code, List.of(units), assumed);
    }

    private static Meaning meaning(String name, String text) {
        if (text.equals("slot")) {
            return new Slot();
        }
        String[] parts = text.split(" ", -1);
        try {
            if (parts.length == 2) {
                UcumUnit unit = new UcumUnit(parts[1]);
                return measured(ObservationCode.parse(parts[0]), Optional.of(unit), unit);
            }
        } catch (IllegalArgumentException e) {
            throw notAMeaning(name, text, e);
        }
        throw notAMeaning(name, text, null);
    }

    private static IllegalArgumentException notAMeaning(String name, String text, IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "SML-031 options.map." + name + " must be slot, or a code and a UCUM unit such as 'mdc:150021 mm[Hg]',"
                        + " but was " + text,
                cause);
    }

    private static boolean simulated(DriverOptions options) {
        String text = options.text("simulated").orElse("false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("SML-032 options.simulated must be true or false but was " + text);
        };
    }
}
