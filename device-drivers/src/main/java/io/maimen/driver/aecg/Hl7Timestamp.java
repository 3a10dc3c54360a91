package io.maimen.driver.aecg;

import io.maimen.driver.result.ReportedTime;
import io.maimen.observation.time.DeviceTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data type TS of HL7 V3: {@code 20261102093015.000+0800}. Stateless. */
final class Hl7Timestamp {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:(\\d\\d)(\\.\\d{1,9})?)?(?:([+-]\\d\\d):?(\\d\\d)|Z)?");

    private Hl7Timestamp() {}

    /** Down to the minute at least; empty for less, for no time, or one of a clock that was never set. */
    static Optional<DeviceTime> read(String text, ZoneId place) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String time = form.group(1) + "-" + form.group(2) + "-" + form.group(3) + "T" + form.group(4) + ":"
                + form.group(5) + ":" + or(form.group(6), "00") + or(form.group(7), "");
        String offset =
                text.strip().endsWith("Z") ? "Z" : form.group(8) == null ? "" : form.group(8) + ":" + form.group(9);
        return ReportedTime.iso(time + offset, place);
    }

    private static String or(String group, String otherwise) {
        return group == null ? otherwise : group;
    }
}
