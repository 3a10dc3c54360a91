package io.maimen.driver.poct1a;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.poct1a.PoctMessage.Element;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedTime;
import io.maimen.driver.result.ReportedValue;
import io.maimen.driver.result.ResultOptions;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.time.DeviceTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the observations of an OBS.R01 or OBS.R02 (POCT1-A2 section B.8): each stands below a service, which says when, for
 * whom and whether a patient or a control was measured. Lives for one message.
 */
final class ServiceReader {
    private static final ReportedValue.Codes CODES = new ReportedValue.Codes("POC-052", "POC-053");
    private static final String PATIENT_TEST = "OBS";

    private final DeviceContext context;
    private final ResultOptions options;
    private final String serial;
    private final String created;
    private final List<ReportedResult> results = new ArrayList<>();
    private final List<DecodeError> refusals = new ArrayList<>();
    private Map<String, String> service = new HashMap<>();
    private Map<String, String> observation = new HashMap<>();

    /** @param serial the device's, from its hello; part of what tells one result from another */
    ServiceReader(DeviceContext context, ResultOptions options, String serial, PoctMessage message) {
        this.context = context;
        this.options = options;
        this.serial = serial;
        created = message.value("HDR.creation_dttm").orElse("");
        message.elements().forEach(this::read);
        complete();
    }

    List<ReportedResult> results() {
        return List.copyOf(results);
    }

    List<DecodeError> refusals() {
        return List.copyOf(refusals);
    }

    private void read(Element element) {
        switch (element.name()) {
            case "SVC" -> {
                complete();
                service = new HashMap<>();
            }
            case "PT", "CTC" -> complete();
            case "OBS" -> {
                complete();
                observation = new HashMap<>();
                observation.put("OBS", "");
            }
            default -> {
                Map<String, String> place = element.name().startsWith("OBS.") ? observation : service;
                element.value().ifPresent(value -> place.putIfAbsent(element.name(), value.strip()));
                element.unit().ifPresent(unit -> place.putIfAbsent(element.name() + " unit", unit.strip()));
            }
        }
    }

    /** The observation read so far, if there is one. */
    private void complete() {
        if (observation.isEmpty()) {
            return;
        }
        String id = observed("OBS.observation_id");
        String text = observation.containsKey("OBS.value") ? observed("OBS.value") : observed("OBS.qualitative_value");
        String unit = observed("OBS.value unit");
        Optional<ObservationCode> code =
                options.code(unit.isEmpty() ? id : id + "/" + unit).or(() -> options.code(id));
        if (code.isEmpty()) {
            refusals.add(new DecodeError(
                    "POC-051",
                    0,
                    "observation_id must have a known meaning but '" + id + "' in '" + unit
                            + "' has none; name its code in options.codes." + id));
        } else {
            Decoded<ObservationValue> value = ReportedValue.of(text, unit, CODES);
            if (value instanceof Decoded.Refused<ObservationValue> refused) {
                refusals.add(refused.error());
            } else {
                results.add(result(code.get(), ((Decoded.Frame<ObservationValue>) value).frame(), text, unit, id));
            }
        }
        observation = new HashMap<>();
    }

    private ReportedResult result(ObservationCode code, ObservationValue value, String text, String unit, String id) {
        Optional<DeviceTime> time = ReportedTime.iso(of("SVC.observation_dttm"), context.place());
        return new ReportedResult(
                code,
                value,
                List.of(),
                ReportedResult.specimen(of("PT.patient_id")),
                time,
                statuses(time),
                List.of(serial, of("SVC.sequence_nbr"), of("SVC.observation_dttm"), of("SVC.role_cd"), id, text, unit));
    }

    private Set<MeasurementStatus> statuses(Optional<DeviceTime> time) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        if (!of("SVC.role_cd").equals(PATIENT_TEST)) {
            statuses.add(MeasurementStatus.QUALITY_CONTROL);
        }
        String status = observed("OBS.status_cd");
        if (!status.isEmpty() && !status.equals("A")) {
            statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        // A message older than what it reports: the clock was set back, or never set. Both times stay as they were
        // sent.
        boolean beforeItself = time.isPresent()
                && ReportedTime.anyYear(created, context.place())
                        .filter(sent -> sent.instant().isBefore(time.get().instant()))
                        .isPresent();
        if (beforeItself) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
        }
        return statuses;
    }

    private String of(String name) {
        return service.getOrDefault(name, "");
    }

    private String observed(String name) {
        return observation.getOrDefault(name, "");
    }
}
