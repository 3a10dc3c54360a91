package io.maimen.simulator.device.omronusb;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceLink.Hid;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One cuff with two users; it speaks of its readings when a feature report has told it to. */
final class OmronUsbCuff implements EventDevice {
    private static final Bytes READINGS = Bytes.of((byte) 0x74, (byte) 0xBC);
    private static final int REPORT = 8;
    private static final int FULL = 7;
    private static final int USERS = 2;
    private static final int REMEMBERED = 9;
    private static final int EVERY_THIRD = 3;
    private static final int COMMAND = 8;
    private static final int CLEAR = 12;
    private static final int BANK_AT = 4;
    private static final int INDEX_AT = 6;
    private static final int UNKNOWN = 0x14;

    private final CuffDiary diary;
    private final DeviceClock clock;
    private final Set<String> habits;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean readings;
    private int questions;

    OmronUsbCuff(long seed, DeviceClock clock, Set<String> habits) {
        this.diary = new CuffDiary(seed, USERS);
        this.clock = clock;
        this.habits = Set.copyOf(habits);
    }

    /** Each time it is plugged in somebody has measured once more. */
    @Override
    public List<DeviceAct> connected(Instant at) {
        readings = false;
        heard.reset();
        LocalDateTime now = clock.shows(at);
        return diary.entries().isEmpty()
                ? diary.fill(REMEMBERED, now)
                : diary.measure(now).truth();
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        if (channel.equals(Hid.FEATURE)) {
            readings = bytes.equals(READINGS);
            return List.of();
        }
        byte[] report = bytes.toArray();
        if (!readings || report.length != REPORT || report[0] < 0 || report[0] > FULL) {
            return List.of();
        }
        heard.write(report, 1, report[0]);
        byte[] said = heard.toByteArray();
        boolean clear = said.length == CLEAR && said[0] == 0;
        if (!clear && (said.length != COMMAND || said[0] == 0)) {
            return List.of();
        }
        heard.reset();
        questions++;
        if (habits.contains(OmronUsbFamily.SAYS_NO) && questions % EVERY_THIRD == 0) {
            return reply("NO");
        }
        return clear ? reply("OK") : answer(said);
    }

    private List<DeviceAct> answer(byte... command) {
        List<Entry> entries = diary.entriesOf(1 + command[BANK_AT]);
        int index = command[INDEX_AT];
        String name = new String(command, 0, 3, StandardCharsets.US_ASCII);
        if (name.equals("GDC")) {
            return reply("OK", 0, UNKNOWN, 0, entries.size());
        }
        return name.equals("GME") && index < entries.size() ? reply("OK", reading(entries.get(index))) : reply("NO");
    }

    private int[] reading(Entry entry) {
        LocalDateTime shown = entry.shown();
        boolean irregular = habits.contains(OmronUsbFamily.DOUBTS) && entry.pulse() % 2 == 0;
        return new int[] {
            shown.getYear() - 2000,
            shown.getMonthValue(),
            shown.getDayOfMonth(),
            shown.getHour(),
            shown.getMinute(),
            shown.getSecond(),
            0,
            entry.systolic() >> 8,
            entry.systolic() & 0xFF,
            entry.diastolic(),
            entry.pulse(),
            0,
            irregular ? 1 : 0
        };
    }

    /** The text, and where there are data a zero, the data and their exclusive or. */
    private static List<DeviceAct> reply(String text, int... data) {
        FrameWriter message = new FrameWriter().text(text);
        if (data.length > 0) {
            FrameWriter body = new FrameWriter().octets(0).octets(data);
            message.bytes(body.array()).octets(body.xor());
        }
        byte[] whole = message.array();
        List<DeviceAct> reports = new ArrayList<>();
        for (int from = 0; from < whole.length; from += FULL) {
            byte[] report = new byte[REPORT];
            int count = Math.min(FULL, whole.length - from);
            report[0] = (byte) count;
            System.arraycopy(whole, from, report, 1, count);
            reports.add(new Send(Hid.REPORT, Bytes.of(report)));
        }
        return reports;
    }
}
