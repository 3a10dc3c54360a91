package io.maimen.gateway.desired;

import io.maimen.alerting.LaneRule;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.wire.DesiredContent.SlotMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which readings must not wait, by the limits of whoever the home's slot map says was measured. Immutable.
 *
 * @param general for everybody of whom nobody said anything else
 * @param own for the users of slots who have limits of their own
 */
record PatientLanes(LaneRule general, Map<Slot, LaneRule> own) {
    PatientLanes {
        own = Map.copyOf(own);
    }

    /** One user of one device. */
    record Slot(DeviceId device, UserSlot slot) {}

    static PatientLanes of(LaneRule general, List<SlotMap> slotMaps, Map<PatientId, List<OwnLimit>> limits) {
        Map<Slot, LaneRule> own = new HashMap<>();
        for (SlotMap map : slotMaps) {
            if (limits.containsKey(map.patient())) {
                own.put(new Slot(map.device(), map.slot()), general.with(limits.get(map.patient())));
            }
        }
        return new PatientLanes(general, own);
    }

    /** Whether a limit that calls somebody may be met. */
    boolean mayAlarm(Observation observation) {
        MeasurementSource source = observation.source();
        return source.slot()
                .map(slot -> own.getOrDefault(new Slot(source.device(), slot), general))
                .orElse(general)
                .mayAlarm(observation);
    }
}
