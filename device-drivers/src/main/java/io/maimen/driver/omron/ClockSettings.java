package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FieldList;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.CuffTime;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The clock in a cuff's settings. Immutable.
 *
 * @param checksumRight whether the sum of the bytes before it is the byte that says so
 */
record ClockSettings(Order order, CuffTime time, boolean checksumRight) {
    private static final int CENTURY = 2000;
    private static final int TIME_LENGTH = 6;

    /** In which order a model keeps the parts of the time, and how many bytes all of it has; chosen by the model. */
    enum Order {
        /** HEM-7142T2, HEM-7382T1: eight bytes of other settings, then year to second, then the sum. */
        YEAR_FIRST("omron.time", 8, 14),
        /** HEM-7600T: two bytes, then month, year, hour, day, second, minute, one byte, and the sum of the first eight. */
        MONTH_FIRST("omron.time-7600t", 2, 9);

        private static final int SUMMED_MONTH_FIRST = 8;

        private final String decoder;
        private final int start;
        private final int sumAt;

        Order(String decoder, int start, int sumAt) {
            this.decoder = decoder;
            this.start = start;
            this.sumAt = sumAt;
        }

        /** The decoder of such settings. */
        MessageDecoder<ClockSettings> decoder() {
            return new MessageDecoder<>(decoder, this::read, ClockSettings::fields);
        }

        /** The settings at the first byte. */
        Decoded<ClockSettings> read(ByteBuffer bytes) {
            if (bytes.limit() <= sumAt) {
                return Decoded.refused(
                        "OMR-002",
                        bytes.limit(),
                        "clock settings must be " + (sumAt + 1) + " bytes but were " + bytes.limit());
            }
            CuffTime time = this == YEAR_FIRST ? time(bytes, 0, 1, 2, 3, 4, 5) : time(bytes, 1, 0, 3, 2, 5, 4);
            int summed = this == MONTH_FIRST ? SUMMED_MONTH_FIRST : sumAt;
            boolean right = Checksum.sumModulo256(bytes.slice(0, summed)) == Byte.toUnsignedInt(bytes.get(sumAt));
            return new Decoded.Frame<>(new ClockSettings(this, time, right));
        }

        /** @param places of year, month, day, hour, minute and second */
        private CuffTime time(ByteBuffer bytes, int... places) {
            int[] parts = Arrays.stream(places)
                    .map(place -> Byte.toUnsignedInt(bytes.get(start + place)))
                    .toArray();
            return new CuffTime(CENTURY + parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
        }
    }

    List<FrameField> fields() {
        return new FieldList()
                .text("time", time.toString(), order.start, TIME_LENGTH)
                .flag("checksum right", checksumRight, order.sumAt, 1)
                .fields();
    }
}
