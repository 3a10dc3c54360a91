package io.maimen.simulator.device.contec08a;

import static io.maimen.observation.code.Nomenclature.BLOOD_PRESSURE_MEAN;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.EventDevice;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One cuff with three users; each time it is plugged in somebody has measured once more. */
final class Contec08aCuff implements EventDevice {
    private static final int REPORT = 64;
    private static final int USERS = 3;
    private static final int REMEMBERED = 11;
    private static final int PING = 0x40;
    private static final int GREETING = 0x42;
    private static final int DOWNLOAD = 0x43;
    private static final int USER_AT = 3;
    private static final int FIRST_USER = 4;
    private static final int ON_THE_LINE = 0x80;

    private final CuffDiary diary;
    private final DeviceClock clock;
    private final boolean dateless;

    Contec08aCuff(long seed, DeviceClock clock, boolean dateless) {
        this.diary = new CuffDiary(seed, USERS);
        this.clock = clock;
        this.dateless = dateless;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        LocalDateTime now = clock.shows(at);
        if (diary.entries().isEmpty()) {
            diary.fill(REMEMBERED, now);
            return diary.entries().stream()
                    .flatMap(entry -> truth(entry).stream())
                    .toList();
        }
        return truth(diary.measure(now));
    }

    private static List<DeviceAct> truth(Entry entry) {
        List<DeviceAct> truth = new ArrayList<>(entry.truth());
        truth.add(Measured.of(BLOOD_PRESSURE_MEAN, mean(entry), UcumUnit.MILLIMETRE_OF_MERCURY));
        return truth;
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        if (!channel.equals(DeviceLink.Hid.REPORT) || bytes.size() < REPORT) {
            return List.of();
        }
        byte[] asked = bytes.toArray();
        return switch (asked[0]) {
            case PING -> List.of(report(PING));
            case GREETING -> List.of(report(0x48, 0x41, 0x02, 0x13, 0x01, 0x02));
            case DOWNLOAD -> memory(1 + asked[USER_AT] - FIRST_USER);
            default -> List.of();
        };
    }

    private List<DeviceAct> memory(int user) {
        List<Entry> entries = diary.entriesOf(user);
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(report(0x4A, 0x43, 0x01));
        acts.add(report(
                0x46,
                0x41,
                0x80,
                0x80,
                ON_THE_LINE | entries.size(),
                0x82,
                0x80,
                0x80,
                0x80,
                0x80,
                0x80,
                0x80,
                0x80,
                ON_THE_LINE | user));
        entries.forEach(entry -> acts.add(record(entry)));
        return acts;
    }

    /** Two groups: a byte of eighth bits, and the bytes they belong to without theirs. */
    private DeviceAct record(Entry entry) {
        LocalDateTime shown = entry.shown();
        int month = dateless ? 0 : shown.getMonthValue();
        int day = dateless ? 0 : shown.getDayOfMonth();
        int[] first = {
            entry.systolic() >> 8,
            entry.systolic() & 0xFF,
            entry.diastolic(),
            entry.pulse(),
            mean(entry),
            shown.getYear() - 2000,
            month
        };
        int[] second = {day, shown.getHour(), shown.getMinute(), 0, 0x11};
        int[] record = new int[first.length + second.length + 2];
        group(first, record, 0);
        group(second, record, first.length + 1);
        return report(record);
    }

    private static void group(int[] values, int[] record, int at) {
        record[at] = ON_THE_LINE;
        for (int i = 0; i < values.length; i++) {
            record[at] |= (values[i] >> 7 & 1) << i;
            record[at + 1 + i] = values[i] | ON_THE_LINE;
        }
    }

    private static int mean(Entry entry) {
        return (entry.systolic() + 2 * entry.diastolic()) / 3;
    }

    private static Send report(int... begin) {
        byte[] report = new byte[REPORT];
        for (int i = 0; i < begin.length; i++) {
            report[i] = (byte) begin[i];
        }
        return new Send(DeviceLink.Hid.REPORT, Bytes.of(report));
    }
}
