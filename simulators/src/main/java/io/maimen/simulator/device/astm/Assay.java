package io.maimen.simulator.device.astm;

import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.math.BigDecimal;

/** A test that the analyser runs, with the range it prints and the values that need a doctor at once. */
enum Assay {
    GLU("3.9", "6.1", "3.8", "16.7"),
    K("3.5", "5.3", "2.8", "6.2");

    /** Of every result. */
    static final String UNIT = "mmol/L";

    private final BigDecimal normalFrom;
    private final BigDecimal normalTo;
    private final BigDecimal criticalUpTo;
    private final BigDecimal criticalFrom;

    Assay(String normalFrom, String normalTo, String criticalUpTo, String criticalFrom) {
        this.normalFrom = new BigDecimal(normalFrom);
        this.normalTo = new BigDecimal(normalTo);
        this.criticalUpTo = new BigDecimal(criticalUpTo);
        this.criticalFrom = new BigDecimal(criticalFrom);
    }

    ObservationCode code() {
        return switch (this) {
            case GLU -> Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD;
            case K -> Nomenclature.POTASSIUM_BLOOD;
        };
    }

    /** The flag of LIS02-A2 field R-7. */
    String flag(BigDecimal value) {
        if (value.compareTo(normalFrom) < 0) {
            return "L";
        }
        return value.compareTo(normalTo) > 0 ? "H" : "N";
    }

    boolean critical(BigDecimal value) {
        return value.compareTo(criticalUpTo) <= 0 || value.compareTo(criticalFrom) >= 0;
    }
}
