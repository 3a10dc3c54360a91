package io.maimen.simulator.device.hl7;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_DIASTOLIC;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_MEAN;
import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_SYSTOLIC;
import static io.maimen.observation.code.Nomenclature.BODY_TEMPERATURE;
import static io.maimen.observation.code.Nomenclature.OXYGEN_SATURATION;
import static io.maimen.observation.code.Nomenclature.PULSE_RATE_OXIMETER;

import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Writes one message after the other. Units and codes are MDC's. Confined to one thread. */
final class MonitorMessage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final String PRESSURE = "266016^MDC_DIM_MMHG^MDC";
    private static final String RATE = "264864^MDC_DIM_BEAT_PER_MIN^MDC";
    private static final String PERCENT = "262688^MDC_DIM_PERCENT^MDC";
    private static final String CELSIUS = "268192^MDC_DIM_DEGC^MDC";

    private final Set<String> habits;
    private final Walk systolic;
    private final Walk saturation;
    private final Walk pulse;
    private final Walk tenthsOfCelsius;
    private int messages;
    private final List<DeviceAct> truth = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int observations;

    MonitorMessage(long seed, Set<String> habits) {
        Random random = new Random(seed);
        this.habits = habits;
        this.systolic = new Walk(random, 98, 170, 9);
        this.saturation = new Walk(random, 90, 99, 2);
        this.pulse = new Walk(random, 50, 120, 6);
        this.tenthsOfCelsius = new Walk(random, 358, 396, 3);
    }

    /** A message and what it says. */
    record Written(String controlId, String text, List<DeviceAct> truth) {}

    Written next(LocalDateTime shown) {
        messages++;
        text.setLength(0);
        truth.clear();
        observations = 0;
        String now = TIME.format(shown);
        String measured = habits.contains(Hl7Family.NO_TIMES) ? "" : now;
        String controlId = "SIM" + now + "-" + messages;
        text.append(
                "MSH|^~\\&|Bedside^0123456789ABCDEF^EUI-64||||%s||ORU^R01^ORU_R01|%s|P|2.6|||NE|AL||UNICODE UTF-8|||%s\r"
                        .formatted(now, controlId, "IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO"));
        text.append("PID|||SIM-0001^^^Simulated^PI||^^^^^^S\rPV1||I|Ward^^Bed 7\r");
        text.append("OBR|1||SIM%d|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||%s\r".formatted(messages, measured));
        text.append(
                "OBX|1||69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|1.0.0.0|||||||X|||||||0123456789ABCDEF^EUI-64\r");
        int high = systolic.next();
        pressures(high, high * 2 / 3, measured);
        number(
                OXYGEN_SATURATION,
                "MDC_PULS_OXIM_SAT_O2",
                "1.2.1.1",
                saturation.next(),
                0,
                PERCENT,
                UcumUnit.PERCENT,
                measured);
        number(
                PULSE_RATE_OXIMETER,
                "MDC_PULS_OXIM_PULS_RATE",
                "1.2.1.2",
                pulse.next(),
                0,
                RATE,
                UcumUnit.PER_MINUTE,
                measured);
        number(
                BODY_TEMPERATURE,
                "MDC_TEMP_BODY",
                "1.3.1.1",
                tenthsOfCelsius.next(),
                1,
                CELSIUS,
                UcumUnit.CELSIUS,
                measured);
        if (habits.contains(Hl7Family.EMPTY_VALUES)) {
            obx("NM", "147842^MDC_ECG_HEART_RATE^MDC", "1.4.1.1", "", RATE, "R", measured);
            obx("NM", "151562^MDC_RESP_RATE^MDC", "1.4.1.2", "0", RATE, "X", measured);
        }
        return new Written(controlId, text.toString(), List.copyOf(truth));
    }

    private void pressures(int high, int low, String measured) {
        obx("", "150020^MDC_PRESS_BLD_NONINV^MDC", "1.1.1", "", "", "R", measured);
        number(
                BLOOD_PRESSURE_SYSTOLIC,
                "MDC_PRESS_BLD_NONINV_SYS",
                "1.1.1.1",
                high,
                0,
                PRESSURE,
                UcumUnit.MILLIMETRE_OF_MERCURY,
                measured);
        number(
                BLOOD_PRESSURE_DIASTOLIC,
                "MDC_PRESS_BLD_NONINV_DIA",
                "1.1.1.2",
                low,
                0,
                PRESSURE,
                UcumUnit.MILLIMETRE_OF_MERCURY,
                measured);
        number(
                BLOOD_PRESSURE_MEAN,
                "MDC_PRESS_BLD_NONINV_MEAN",
                "1.1.1.3",
                (high + 2 * low) / 3,
                0,
                PRESSURE,
                UcumUnit.MILLIMETRE_OF_MERCURY,
                measured);
        if (habits.contains(Hl7Family.NUMBERS_RESTART)) {
            observations = 0;
        }
    }

    private void number(
            MdcCode code,
            String name,
            String place,
            int unscaled,
            int scale,
            String unit,
            UcumUnit ucum,
            String measured) {
        String value = BigDecimal.valueOf(unscaled, scale).toPlainString();
        truth.add(Measured.of(code, value, ucum));
        obx("NM", code.number() + "^" + name + "^MDC", place, value, unit, "R", measured);
    }

    private void obx(
            String type, String code, String place, String value, String unit, String status, String measured) {
        text.append("OBX|%d|%s|%s|%s|%s|%s|||||%s|||%s\r"
                .formatted(++observations + 1, type, code, place, value, unit, status, measured));
    }
}
