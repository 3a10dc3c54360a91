package io.maimen.driver.hl7;

import io.maimen.driver.result.ReportedTime;
import io.maimen.observation.time.DeviceTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data type DTM (HL7 v2.6 chapter 2A.22): {@code YYYYMMDDHHMM[SS[.S…]][+ZZZZ]}; less than minutes is no moment. */
final class Hl7Time {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:(\\d\\d)(\\.\\d{1,6})?)?(?:([+-]\\d\\d)(\\d\\d))?");

    private Hl7Time() {}

    /** The time; empty for none, for a day only, or from a clock that was never set. */
    static Optional<DeviceTime> of(String text, ZoneId place) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String seconds = parts.group(6) == null ? "00" : parts.group(6);
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        String offset = parts.group(8) == null ? "" : parts.group(8) + ":" + parts.group(9);
        return ReportedTime.iso(
                parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3) + "T" + parts.group(4) + ":"
                        + parts.group(5) + ":" + seconds + fraction + offset,
                place);
    }
}
