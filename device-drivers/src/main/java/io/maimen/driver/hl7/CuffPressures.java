package io.maimen.driver.hl7;

import io.maimen.driver.hl7.ResultReader.Found;
import io.maimen.driver.result.ReportedResult;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one blood pressure of the systolic, diastolic and mean results of one request, place and time. Stateless. */
final class CuffPressures {
    private static final Set<ObservationCode> PRESSURES = Set.of(
            Nomenclature.BLOOD_PRESSURE_SYSTOLIC,
            Nomenclature.BLOOD_PRESSURE_DIASTOLIC,
            Nomenclature.BLOOD_PRESSURE_MEAN);

    private CuffPressures() {}

    /** All results in their order, a blood pressure where its first part stood. */
    static List<ReportedResult> together(List<Found> found) {
        Map<List<Object>, List<ReportedResult>> groups = new LinkedHashMap<>();
        for (int i = 0; i < found.size(); i++) {
            ReportedResult result = found.get(i).result();
            boolean pressure = PRESSURES.contains(result.type());
            List<Object> key = pressure ? cuff(found.get(i)) : List.of(i);
            List<ReportedResult> group = groups.computeIfAbsent(key, none -> new ArrayList<>());
            boolean twice = group.stream().anyMatch(each -> each.type().equals(result.type()));
            if (twice) {
                groups.put(List.of(i), List.of(result));
            } else {
                group.add(result);
            }
        }
        return groups.values().stream()
                .map(group -> PRESSURES.contains(group.get(0).type()) ? panel(group) : group.get(0))
                .toList();
    }

    /** A containment 1.0.1.2 without its last number is the cuff's channel. */
    private static List<Object> cuff(Found found) {
        int last = found.subId().lastIndexOf('.');
        String channel = last < 0 ? "" : found.subId().substring(0, last);
        return List.of(found.request(), channel, found.result().time());
    }

    private static ReportedResult panel(List<ReportedResult> parts) {
        List<Component> components = new ArrayList<>();
        List<String> content = new ArrayList<>();
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        for (ReportedResult part : parts) {
            components.add(new Component(part.type(), part.value()));
            content.addAll(part.content());
            statuses.addAll(part.statuses());
        }
        return new ReportedResult(
                Nomenclature.BLOOD_PRESSURE,
                new AbsentValue(DataAbsentReason.NOT_APPLICABLE),
                components,
                parts.get(0).specimen(),
                parts.get(0).time(),
                statuses,
                content);
    }
}
