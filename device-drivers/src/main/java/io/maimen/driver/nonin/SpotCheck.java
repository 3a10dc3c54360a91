package io.maimen.driver.nonin;

import io.maimen.driver.frame.FieldList;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * Data format 13: one measurement, now or from memory. Immutable.
 *
 * @param clock eight bytes of two decimal digits: century, year, month, day, hour, minute, second, fraction; it may be no date
 *     at all
 * @param status two bytes, the upper first
 * @param rate per minute, 0 to 510
 * @param saturation in percent, 0 to 126
 */
record SpotCheck(long clock, int status, OptionalInt rate, OptionalInt saturation) {
    private static final int SMART_POINT_QUALITY = 1 << 9;
    private static final int NO_MEASUREMENT = 1 << 8;
    private static final int FROM_MEMORY = 1 << 4;
    private static final int LOW_BATTERY = 1;

    /** {@code 2021-11-05 14:30:15}, digit by digit as sent; what is no decimal digit shows as the hexadecimal one it is. */
    String time() {
        String digits = HexFormat.of().toHexDigits(clock);
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8) + " "
                + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":" + digits.substring(12, 14);
    }

    boolean smartPointQuality() {
        return (status & SMART_POINT_QUALITY) != 0;
    }

    boolean noMeasurement() {
        return (status & NO_MEASUREMENT) != 0;
    }

    boolean fromMemory() {
        return (status & FROM_MEMORY) != 0;
    }

    boolean lowBattery() {
        return (status & LOW_BATTERY) != 0;
    }

    List<FrameField> fields() {
        int at = SpotCheckFormat.DATA;
        return new FieldList()
                .text("time", time(), at, SpotCheckFormat.STATUS)
                .flag("SmartPoint high quality", smartPointQuality(), at + SpotCheckFormat.STATUS, 1)
                .flag("no measurement", noMeasurement(), at + SpotCheckFormat.STATUS, 1)
                .flag("from memory", fromMemory(), at + SpotCheckFormat.STATUS + 1, 1)
                .flag("low battery", lowBattery(), at + SpotCheckFormat.STATUS + 1, 1)
                .number("pulse rate", rate, UcumUnit.PER_MINUTE, at + SpotCheckFormat.RATE, 2)
                .number("SpO2", saturation, UcumUnit.PERCENT, at + SpotCheckFormat.SATURATION, 1)
                .fields();
    }
}
