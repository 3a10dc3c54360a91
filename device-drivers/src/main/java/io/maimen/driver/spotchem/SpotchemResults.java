package io.maimen.driver.spotchem;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedTime;
import io.maimen.driver.result.ReportedValue;
import io.maimen.driver.result.ResultOptions;
import io.maimen.driver.result.UnansweredLine.Reading;
import io.maimen.driver.spotchem.SpotchemFrame.Electrolyte;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.ObservationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes observations of a SPOTCHEM line's electrolytes. Stateless. */
record SpotchemResults(DeviceContext context, ResultOptions options) {
    /** In serum or plasma; other samples need their own codes by option. */
    static final Map<String, ObservationCode> STANDARD =
            Map.of("Na", new LoincCode("2951-2"), "K", new LoincCode("2823-3"), "Cl", new LoincCode("2075-0"));

    private static final ReportedValue.Codes CODES = new ReportedValue.Codes("POC-024", "POC-025");

    Decoded<Reading> read(RawFrame raw) {
        Decoded<SpotchemFrame> decoded = SpotchemFrame.read(raw.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<SpotchemFrame> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        SpotchemFrame frame = ((Decoded.Frame<SpotchemFrame>) decoded).frame();
        List<Observation> observations = new ArrayList<>();
        List<DecodeError> refusals = new ArrayList<>();
        for (Electrolyte electrolyte : frame.electrolytes()) {
            Decoded<ObservationValue> value = electrolyte.measured()
                    ? ReportedValue.of(electrolyte.value().value(), electrolyte.unit(), CODES)
                    : new Decoded.Frame<>(new AbsentValue(DataAbsentReason.ERROR));
            if (value instanceof Decoded.Refused<ObservationValue> refused) {
                refusals.add(refused.error());
            } else {
                observations.add(result(frame, electrolyte, ((Decoded.Frame<ObservationValue>) value).frame())
                        .observation(context, SpotchemDriver.REF, raw, options.simulated()));
            }
        }
        if (frame.electrolytes().isEmpty()) {
            refusals.add(new DecodeError("POC-026", 0, "line must name Na, K or Cl but named none"));
        }
        return new Decoded.Frame<>(new Reading(frame.shown(), observations, refusals));
    }

    private ReportedResult result(SpotchemFrame frame, Electrolyte electrolyte, ObservationValue value) {
        String identification = heading(frame, "identification");
        return new ReportedResult(
                options.code(electrolyte.name()).orElseThrow(),
                value,
                List.of(),
                ReportedResult.specimen(identification),
                ReportedTime.iso(time(frame), context.place()),
                Set.of(),
                List.of(
                        identification,
                        heading(frame, "sample"),
                        electrolyte.name(),
                        electrolyte.value().value(),
                        electrolyte.unit()));
    }

    private static String time(SpotchemFrame frame) {
        String time = heading(frame, "time");
        return "20" + heading(frame, "date").replace('/', '-') + "T" + (time.length() == 4 ? "0" : "") + time;
    }

    private static String heading(SpotchemFrame frame, String name) {
        return frame.heading().stream()
                .filter(field -> field.name().equals(name))
                .map(FrameField::value)
                .findFirst()
                .orElse("");
    }
}
