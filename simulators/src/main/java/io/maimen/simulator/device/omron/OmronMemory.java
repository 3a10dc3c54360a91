package io.maimen.simulator.device.omron;

import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The memory of one cuff, byte by byte; what was never written is FF. Confined to one thread. */
final class OmronMemory {
    private static final int BYTES = 0x1000;
    private static final int REMEMBERED = 11;
    private static final int EVERY_THIRD = 3;

    private final OmronLayout layout;
    private final CuffDiary diary;
    private final boolean longMinutes;
    private final byte[] bytes = new byte[BYTES];

    OmronMemory(OmronLayout layout, long seed, Set<String> habits) {
        this.layout = layout;
        this.diary = new CuffDiary(
                seed,
                habits.contains(OmronFamily.WRONG_USER_SLOT)
                        ? 1
                        : layout.users().size());
        this.longMinutes = habits.contains(OmronFamily.LONG_MINUTES);
        Arrays.fill(bytes, (byte) 0xFF);
    }

    /** What people measured since the last connection, the first time of many days; the truth. */
    List<DeviceAct> measure(LocalDateTime now) {
        List<DeviceAct> truth = diary.entries().isEmpty()
                ? diary.fill(REMEMBERED, now)
                : diary.measure(now).truth();
        for (int user = 1; user <= layout.users().size(); user++) {
            List<Entry> entries = diary.entriesOf(user);
            for (int index = 0; index < entries.size(); index++) {
                write(user, index, entries.get(index));
            }
        }
        return truth;
    }

    /** The oldest gives way when the slots are full. */
    private void write(int user, int index, Entry entry) {
        int second = entry.shown().getSecond();
        boolean isLong = longMinutes && index % EVERY_THIRD == 0;
        byte[] record =
                layout.record(entry, isLong ? 60 + second % 4 : second, index).array();
        int slot = index % layout.slots();
        System.arraycopy(
                record, 0, bytes, layout.users().get(user - 1) + slot * OmronLayout.RECORD_BYTES, record.length);
    }

    /** Beyond the end there is nothing but FF. */
    byte[] read(int address, int count) {
        byte[] out = new byte[count];
        for (int index = 0; index < count; index++) {
            out[index] = address + index < BYTES ? bytes[address + index] : (byte) 0xFF;
        }
        return out;
    }

    void store(int address, byte[] written) {
        for (int index = 0; index < written.length && address + index < BYTES; index++) {
            bytes[address + index] = written[index];
        }
    }
}
