package io.maimen.simulator.device.openmhealth;

import io.maimen.observation.code.Nomenclature;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** One hub. Its time is UTC and comes from the network. */
final class OpenMhealthHub implements EventDevice {
    private static final String TOPIC = "blood-pressure";
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final CuffDiary diary;
    private final boolean saysItAgain;

    OpenMhealthHub(long seed, boolean saysItAgain) {
        this.diary = new CuffDiary(seed, 1);
        this.saysItAgain = saysItAgain;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Entry entry = diary.measure(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        // The schema has no place for the pulse.
        List<DeviceAct> acts = new ArrayList<>(entry.truth().stream()
                .filter(act -> !((Measured) act).code().equals(Nomenclature.PULSE_RATE_CUFF))
                .toList());
        (saysItAgain ? diary.entries() : List.of(entry)).forEach(told -> acts.add(document(told)));
        acts.add(new Wake(EVERY));
        return acts;
    }

    private static DeviceAct document(Entry entry) {
        return new FrameWriter()
                .text("""
                {"systolic_blood_pressure":{"value":%d,"unit":"mmHg"},\
                "diastolic_blood_pressure":{"value":%d,"unit":"mmHg"},\
                "effective_time_frame":{"date_time":"%s"},\
                "position_during_measurement":"sitting"}""".formatted(
                        entry.systolic(), entry.diastolic(), entry.shown().toInstant(ZoneOffset.UTC)))
                .on(TOPIC);
    }
}
