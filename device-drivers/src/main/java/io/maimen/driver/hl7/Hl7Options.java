package io.maimen.driver.hl7;

import io.maimen.driver.DriverOptions;
import io.maimen.driver.result.ResultOptions;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be set for a sender of HL7 v2. Immutable.
 *
 * @param results its own codes ({@code codes.NAME}, matched with OBX-3.1) and {@code simulated}
 * @param location option {@code location}: the only PV1-3 whose results are taken, as sent
 */
record Hl7Options(ResultOptions results, Optional<String> location) {
    /** Monitors that send the cuff's pressures under these numbers of their own. */
    private static final Map<MdcCode, MdcCode> CUFF = Map.of(
            new MdcCode(150301), Nomenclature.BLOOD_PRESSURE_SYSTOLIC,
            new MdcCode(150302), Nomenclature.BLOOD_PRESSURE_DIASTOLIC,
            new MdcCode(150303), Nomenclature.BLOOD_PRESSURE_MEAN);

    static Hl7Options of(DriverOptions options) {
        return new Hl7Options(
                ResultOptions.of(options, Map.of(), Set.of("location")),
                options.text("location").filter(text -> !text.isBlank()));
    }

    /** MDC or LOINC where the sender names one of them, then what its own code means by option; else nobody knows. */
    Optional<ObservationCode> code(Hl7Message.Part obx) {
        for (int alternative = 0; alternative <= 3; alternative += 3) {
            Optional<ObservationCode> standard =
                    standard(obx.component(3, 1 + alternative), obx.component(3, 3 + alternative));
            if (standard.isPresent()) {
                return standard;
            }
        }
        return results.code(obx.component(3, 1));
    }

    private static Optional<ObservationCode> standard(String code, String system) {
        try {
            return switch (system) {
                case "MDC" -> {
                    MdcCode mdc = new MdcCode(Long.parseLong(code));
                    yield Optional.of(CUFF.getOrDefault(mdc, mdc));
                }
                case "LN" -> {
                    ObservationCode loinc = ObservationCode.parse("loinc:" + code);
                    yield Optional.of(Nomenclature.find(loinc)
                            .map(Nomenclature.Entry::code)
                            .orElse(loinc));
                }
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no code of that system, whatever its sender says
        }
    }
}
