package io.maimen.simulator.device.omron;

import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.FrameWriter;
import java.util.List;
import java.util.Map;

/** How a model lays out its memory: where each user's slots begin, and what 14 bytes mean. */
enum OmronLayout {
    /** As HEM-7322T: one number of 112 bits, the diastolic first. */
    BIG_ENDIAN(Map.of("model", "HEM-7322T"), List.of(0x02AC, 0x0824), 100) {
        @Override
        FrameWriter record(Entry entry, int second, int number) {
            return new FrameWriter()
                    .octets(entry.diastolic(), entry.systolic() - LEAST_SYSTOLIC, year(entry), entry.pulse())
                    .big(2, day(entry))
                    .big(2, minute(entry, second))
                    .big(2, 0)
                    .big(2, number)
                    .big(2, 0);
        }
    },
    /** As HEM-7142T2 and its like: words from the small end, the systolic first. */
    LITTLE_ENDIAN(
            Map.of("layout", "little-endian", "users", "0x02E8,0x0660", "records", "60"), List.of(0x02E8, 0x0660), 60) {
        @Override
        FrameWriter record(Entry entry, int second, int number) {
            return new FrameWriter()
                    .octets(entry.systolic() - LEAST_SYSTOLIC, entry.diastolic(), entry.pulse(), year(entry))
                    .little(2, day(entry))
                    .little(2, minute(entry, second) | CUFF_FITS)
                    .little(2, 0)
                    .little(2, number)
                    .little(2, 0);
        }
    };

    static final int RECORD_BYTES = 14;

    private static final int LEAST_SYSTOLIC = 25;
    private static final int CENTURY = 2000;
    private static final int CUFF_FITS = 1 << 12;

    @SuppressWarnings("ImmutableEnumChecker") // copied in
    private final Map<String, String> options;

    @SuppressWarnings("ImmutableEnumChecker") // copied in
    private final List<Integer> users;

    private final int slots;

    OmronLayout(Map<String, String> options, List<Integer> users, int slots) {
        this.options = Map.copyOf(options);
        this.users = List.copyOf(users);
        this.slots = slots;
    }

    /** What tells a reader of this layout. */
    Map<String, String> options() {
        return options;
    }

    /** Where each user's first slot lies. */
    List<Integer> users() {
        return users;
    }

    /** Slots of one user. */
    int slots() {
        return slots;
    }

    /**
     * One slot.
     *
     * @param second as the cuff's counter has it, 0 to 63
     * @param number counts the cuff's readings
     */
    abstract FrameWriter record(Entry entry, int second, int number);

    private static int year(Entry entry) {
        return entry.shown().getYear() - CENTURY;
    }

    private static int day(Entry entry) {
        return entry.shown().getMonthValue() << 10
                | entry.shown().getDayOfMonth() << 5
                | entry.shown().getHour();
    }

    private static int minute(Entry entry, int second) {
        return entry.shown().getMinute() << 6 | second;
    }
}
