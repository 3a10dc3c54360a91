package io.maimen.simulator.device.astm;

import java.math.BigDecimal;

/** @param value in mmol/L, one decimal as the analyser prints it */
record TestResult(Assay assay, BigDecimal value) {
    boolean critical() {
        return assay.critical(value);
    }

    String flag() {
        return assay.flag(value);
    }
}
