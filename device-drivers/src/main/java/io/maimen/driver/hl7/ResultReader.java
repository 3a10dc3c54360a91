package io.maimen.driver.hl7;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.hl7.Hl7Message.Part;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedUnit;
import io.maimen.driver.result.ReportedValue;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the OBX segments of an ORU^R01 (HL7 v2.6 section 7.3; IHE PCD TF-2 appendix B). An OBX without a value, or with status
 * X, says nothing and is no zero: it is passed over. Lives for one message.
 */
final class ResultReader {
    private static final ReportedValue.Codes CODES = new ReportedValue.Codes("HL7-022", "HL7-023");
    private static final int DEVICE = 18;

    private final DeviceContext context;
    private final Hl7Options options;
    private final String messageTime;
    private final List<Found> found = new ArrayList<>();
    private final List<DecodeError> refusals = new ArrayList<>();
    private String patient = "";
    private String location = "";
    private String requested = "";
    private Optional<SpecimenId> specimen = Optional.empty();
    private int requests;

    /** A result and the place of its metric in the device: {@code 1.0.1.2}, counted anew by every OBR. */
    record Found(int request, String subId, ReportedResult result) {}

    ResultReader(DeviceContext context, Hl7Options options, Hl7Message message) {
        this.context = context;
        this.options = options;
        messageTime = message.header().field(7);
        message.parts().forEach(this::read);
    }

    /** What could be read, pressures of one cuff taken together. */
    List<ReportedResult> results() {
        return CuffPressures.together(found);
    }

    List<DecodeError> refusals() {
        return List.copyOf(refusals);
    }

    private void read(Part part) {
        switch (part.name()) {
            case "PID" -> patient = part.field(3);
            case "PV1" -> location = part.whole(3);
            case "SPM" -> specimen = ReportedResult.specimen(part.field(2));
            case "OBR" -> {
                requests++;
                requested = part.field(7);
            }
            case "OBX" -> result(part);
            default -> {} // notes, roles, a vendor's own: kept with the message, nothing measured
        }
    }

    private void result(Part obx) {
        String text = text(obx);
        String status = obx.field(11);
        if (text.isEmpty() || status.equals("X")) {
            return;
        }
        Optional<ObservationCode> code = options.code(obx);
        if (options.location().filter(only -> !only.equals(location)).isPresent()) {
            refuse("HL7-024", "location (PV1-3) must be " + options.location().get() + " but was '" + location + "'");
        } else if (code.isEmpty()) {
            String own = obx.component(3, 1);
            refuse(
                    "HL7-021",
                    "code (OBX-3) must be MDC or LOINC but was '" + own + "'; name its meaning in options.codes."
                            + own);
        } else {
            Decoded<ObservationValue> value = ReportedValue.of(text, unit(obx), CODES);
            if (value instanceof Decoded.Refused<ObservationValue> refused) {
                refusals.add(refused.error());
            } else {
                ObservationValue read = ((Decoded.Frame<ObservationValue>) value).frame();
                found.add(new Found(requests, obx.whole(4), reported(obx, code.get(), read, text, status)));
            }
        }
    }

    private ReportedResult reported(
            Part obx, ObservationCode code, ObservationValue value, String text, String status) {
        Optional<DeviceTime> time = Stream.of(obx.field(14), requested, messageTime)
                .flatMap(sent -> Hl7Time.of(sent, context.place()).stream())
                .findFirst();
        return new ReportedResult(
                code,
                value,
                List.of(),
                specimen,
                time,
                statuses(status, obx.field(8)),
                List.of(patient, location, obx.whole(DEVICE), obx.whole(3), obx.whole(4), text, obx.whole(6), status));
    }

    /** NM as it is, SN with its comparator, a coded value by its words. */
    private static String text(Part obx) {
        return switch (obx.field(2)) {
            case "SN" -> obx.component(5, 3).isEmpty() ? obx.component(5, 1) + obx.component(5, 2) : obx.whole(5);
            case "CE", "CWE", "CNE" -> obx.component(5, 2).isEmpty() ? obx.component(5, 1) : obx.component(5, 2);
            default -> obx.component(5, 1);
        };
    }

    /** The spelling we know, among code, name and alternative. */
    private static String unit(Part obx) {
        List<String> spellings = List.of(obx.component(6, 2), obx.component(6, 1), obx.component(6, 4));
        return spellings.stream()
                .filter(spelling -> ReportedUnit.find(spelling).isPresent())
                .findFirst()
                .orElse(obx.component(6, 1));
    }

    /** OBX-11 and, of OBX-8, what PCD adds: QUES, and INV for what the monitor itself calls invalid. */
    private static Set<MeasurementStatus> statuses(String status, String flag) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        switch (status) {
            case "F", "R", "U", "" -> {}
            case "P", "S", "I" -> statuses.add(MeasurementStatus.PRELIMINARY);
            case "C" -> statuses.add(MeasurementStatus.CORRECTED);
            default -> statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        if (flag.equals("QUES") || flag.equals("INV")) {
            statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        return statuses;
    }

    private void refuse(String code, String reason) {
        refusals.add(new DecodeError(code, 0, reason));
    }
}
