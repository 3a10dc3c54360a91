package io.maimen.driver.vidas;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedTime;
import io.maimen.driver.result.ReportedValue;
import io.maimen.driver.result.ResultOptions;
import io.maimen.driver.result.UnansweredLine.Reading;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.ObservationCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an observation of a mini-VIDAS result: the quantity {@code qn} where it has a unit, else the words {@code ql} in the
 * analyser's language; its test is {@code rt}, its specimen {@code ci}. Stateless.
 */
record VidasResult(DeviceContext context, ResultOptions options) {
    private static final ReportedValue.Codes CODES = new ReportedValue.Codes("POC-006", "POC-007");
    /** Month, day and year of two digits, as the analyser prints them. */
    private static final Pattern DATE = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d)");

    private static final Pattern QUANTITY = Pattern.compile("([<>]?\\s*[0-9.,]+)\\s+(\\S+)");

    Decoded<Reading> read(RawFrame raw) {
        Decoded<VidasFrame> decoded = VidasFrame.read(raw.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<VidasFrame> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        VidasFrame frame = ((Decoded.Frame<VidasFrame>) decoded).frame();
        String test = frame.field("rt").orElse("");
        Optional<ObservationCode> code = options.code(test);
        if (code.isEmpty()) {
            return refused(
                    frame,
                    new DecodeError(
                            "POC-005",
                            0,
                            "test (rt) must have a known meaning but '" + test
                                    + "' has none; name its code in options.codes." + test));
        }
        Matcher quantity = QUANTITY.matcher(frame.field("qn").orElse(""));
        boolean measured = quantity.matches();
        // An index without a unit, as 0.05, is no quantity of its own: the words say what it means.
        String text = measured
                ? quantity.group(1)
                : frame.field("ql").orElse(frame.field("qn").orElse(""));
        Decoded<ObservationValue> value = ReportedValue.of(text, measured ? quantity.group(2) : "", CODES);
        if (value instanceof Decoded.Refused<ObservationValue> bad) {
            return refused(frame, bad.error());
        }
        ReportedResult result = new ReportedResult(
                code.get(),
                ((Decoded.Frame<ObservationValue>) value).frame(),
                List.of(),
                ReportedResult.specimen(frame.field("ci").orElse("")),
                ReportedTime.iso(time(frame), context.place()),
                Set.of(),
                List.of(
                        frame.field("pi").orElse(""),
                        frame.field("ci").orElse(""),
                        test,
                        frame.field("ql").orElse(""),
                        frame.field("qn").orElse("")));
        return new Decoded.Frame<>(new Reading(
                frame.shown(),
                List.of(result.observation(context, VidasDriver.REF, raw, options.simulated())),
                List.of()));
    }

    private static Decoded<Reading> refused(VidasFrame frame, DecodeError error) {
        return new Decoded.Frame<>(new Reading(frame.shown(), List.of(), List.of(error)));
    }

    private static String time(VidasFrame frame) {
        Matcher date = DATE.matcher(frame.field("td").orElse(""));
        return date.matches()
                ? "20" + date.group(3) + "-" + date.group(1) + "-" + date.group(2) + "T"
                        + frame.field("tt").orElse("")
                : "";
    }
}
