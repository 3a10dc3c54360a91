package io.maimen.driver.omron;

import io.maimen.driver.DriverOptions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a model keeps its users' records. Known for a few models, told by options for all others, never found out by trying.
 * Immutable.
 *
 * @param users start address of each user's records, 0 to FFFF, user 1 first
 * @param records how many slots each user has
 * @param recordBytes length of a slot, 14 or 16
 */
record Memory(RecordLayout layout, List<Integer> users, int records, int recordBytes) {
    private static final int MOST_RECORDS = 200;
    private static final int LONGEST_RECORD = 16;
    private static final int LAST_ADDRESS = 0xFFFF;
    private static final Map<String, Memory> MODELS = Map.of(
            "HEM-7322T", new Memory(RecordLayout.BIG_ENDIAN, List.of(0x02AC, 0x0824), 100, 14),
            "HEM-7600T", new Memory(RecordLayout.BIG_ENDIAN, List.of(0x02AC), 100, 14),
            "HEM-7144T2", new Memory(RecordLayout.LITTLE_ENDIAN, List.of(0x02E8), 30, 14));

    Memory {
        users = List.copyOf(users);
        if (records < 1) {
            throw new IllegalArgumentException("OMR-026 options.records must say how many slots each user has but was "
                    + records + "; or set model");
        }
    }

    /** What the options say; throws IllegalArgumentException where they leave the memory unknown. */
    static Memory of(DriverOptions options) {
        Optional<String> model = options.text("model").map(name -> name.toUpperCase(Locale.ROOT));
        if (model.isPresent()) {
            Memory known = MODELS.get(model.get());
            if (known == null) {
                throw new IllegalArgumentException("OMR-021 options.model must be one of "
                        + MODELS.keySet().stream().sorted().toList() + " but was " + model.get()
                        + "; for another set layout, users, records and recordBytes");
            }
            return known;
        }
        return new Memory(
                layout(options.text("layout").orElse("")),
                addresses(options.text("users").orElse("")),
                options.integer("records", 0, 1, MOST_RECORDS),
                options.integer("recordBytes", RecordLayout.LENGTH, RecordLayout.LENGTH, LONGEST_RECORD));
    }

    private static RecordLayout layout(String name) {
        return switch (name) {
            case "little-endian" -> RecordLayout.LITTLE_ENDIAN;
            case "big-endian" -> RecordLayout.BIG_ENDIAN;
            default ->
                throw new IllegalArgumentException(
                        "OMR-022 options.layout must be little-endian or big-endian but was '" + name
                                + "'; or set model");
        };
    }

    private static List<Integer> addresses(String text) {
        List<Integer> addresses = new ArrayList<>();
        for (String address : text.split(",", -1)) {
            String digits = address.strip().replaceFirst("^0[xX]", "");
            if (!digits.matches("[0-9A-Fa-f]{1,4}")) {
                throw new IllegalArgumentException(
                        "OMR-023 options.users must be hexadecimal addresses such as 0x02AC,0x0824 but was '" + text
                                + "'");
            }
            addresses.add(HexFormat.fromHexDigits(digits) & LAST_ADDRESS);
        }
        return addresses;
    }

    /** How many slots all users have together. */
    int slots() {
        return users.size() * records;
    }

    /** The user of a slot, counted from 1. */
    int user(int slot) {
        return slot / records + 1;
    }

    /** What asks for a slot, counted from 0 over all users. */
    MemoryFrame question(int slot) {
        int address = users.get(slot / records) + slot % records * recordBytes;
        return MemoryFrame.question(MemoryFrame.READ, address, recordBytes);
    }
}
