package io.maimen.simulator.device.senml;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_MEAN;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.cuff.CuffReading;
import io.maimen.simulator.device.cuff.Sitter;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.EventDevice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One cuff with a memory. Its time is UTC and comes from the network. */
final class MemoryCuff implements EventDevice {
    private static final String TOPIC = "bp";
    private static final Duration EVERY = Duration.ofSeconds(9);

    private final String serial;
    private final CuffDiary diary;
    private final PackFormat format;
    private final Set<String> habits;

    MemoryCuff(String serial, long seed, Set<String> habits) {
        this.serial = serial;
        this.diary = new CuffDiary(seed, habits.contains(SenmlFamily.TWO_USERS) ? 2 : 1);
        this.format = habits.contains(SenmlFamily.CBOR) ? PackFormat.CBOR : PackFormat.JSON;
        this.habits = Set.copyOf(habits);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return List.of(new Wake(EVERY));
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        Entry entry = diary.measure(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        List<DeviceAct> acts = new ArrayList<>(entry.truth());
        acts.add(Measured.of(BLOOD_PRESSURE_MEAN, mean(entry), UcumUnit.MILLIMETRE_OF_MERCURY));
        List<Entry> told = habits.contains(SenmlFamily.SAYS_IT_AGAIN) ? diary.entries() : List.of(entry);
        told.forEach(one -> acts.add(new Send(TOPIC, Bytes.of(format.pack(serial, reading(one))))));
        acts.add(new Wake(EVERY));
        return acts;
    }

    private CuffReading reading(Entry entry) {
        Optional<UserSlot> slot =
                habits.contains(SenmlFamily.TWO_USERS) ? Optional.of(new UserSlot(entry.user())) : Optional.empty();
        Instant at = habits.contains(SenmlFamily.NO_CLOCK)
                ? Instant.EPOCH
                : entry.shown().toInstant(ZoneOffset.UTC);
        return new CuffReading(
                at,
                new Sitter(Optional.empty(), slot),
                entry.systolic(),
                entry.diastolic(),
                mean(entry),
                entry.pulse(),
                0);
    }

    private static int mean(Entry entry) {
        return (entry.systolic() + 2 * entry.diastolic()) / 3;
    }
}
