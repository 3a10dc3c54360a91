package io.maimen.driver.polar;

import io.maimen.driver.Decoded;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a sensor offers for a measurement, or what is chosen of it: {setting u8, count u8, values}, little-endian. Immutable.
 *
 * <p>Source: Polar Measurement Data specification, "Settings".
 *
 * @param values by setting, unsigned, in their order
 * @param fields the same with their places
 */
record Settings(Map<Setting, List<Long>> values, List<FrameField> fields) {
    private static final int HEADER = 2;

    Settings {
        values = Map.copyOf(values);
        fields = List.copyOf(fields);
    }

    /** The list from the first byte to the end. */
    static Decoded<Settings> read(ByteBuffer bytes) {
        return read(bytes, 0);
    }

    /** @param at where the list begins within a longer frame, for the places of its fields */
    static Decoded<Settings> read(ByteBuffer bytes, int at) {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<Setting, List<Long>> values = new EnumMap<>(Setting.class);
        List<FrameField> fields = new ArrayList<>();
        int offset = at;
        while (offset < in.limit()) {
            Setting setting = Setting.of(Byte.toUnsignedInt(in.get(offset))).orElse(null);
            if (setting == null) {
                return Decoded.refused("PMD-005", offset, "setting must be 0 to 5 but was " + in.get(offset));
            }
            int count = offset + 1 < in.limit() ? Byte.toUnsignedInt(in.get(offset + 1)) : 0;
            int end = offset + HEADER + count * setting.width();
            if (end > in.limit()) {
                return Decoded.refused(
                        "PMD-004", in.limit(), "settings must be " + end + " bytes or more but was " + in.limit());
            }
            for (int value = offset + HEADER; value < end; value += setting.width()) {
                long bits = unsigned(in, value, setting.width());
                values.computeIfAbsent(setting, none -> new ArrayList<>()).add(bits);
                fields.add(new FrameField(setting.words(), setting.text(bits), setting.unit(), value, setting.width()));
            }
            offset = end;
        }
        return new Decoded.Frame<>(new Settings(values, fields));
    }

    /** The preferred value where it is offered or nothing is, else the first that is, 1 to 65535. */
    int choose(Setting setting, int preferred) {
        List<Long> offered = values.getOrDefault(setting, List.of());
        long first = offered.isEmpty() || offered.contains((long) preferred) ? preferred : offered.get(0);
        return (int) Math.max(1, first);
    }

    private static long unsigned(ByteBuffer in, int offset, int width) {
        return switch (width) {
            case Byte.BYTES -> Byte.toUnsignedLong(in.get(offset));
            case Short.BYTES -> Short.toUnsignedLong(in.getShort(offset));
            default -> Integer.toUnsignedLong(in.getInt(offset));
        };
    }
}
