package io.maimen.ingest.series;

import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import java.util.Locale;

/** What a device shows itself to be by what it measures; enough to choose how to show it. */
public enum DeviceKind {
    /** Measures specimens. */
    ANALYSER,
    /** Sends waveforms. */
    ECG,
    /** Neither was seen yet. */
    OTHER;

    /** What one observation says. */
    public static DeviceKind of(Observation observation) {
        if (observation.value() instanceof SampledValue) {
            return ECG;
        }
        return observation.source().specimen().isPresent() ? ANALYSER : OTHER;
    }

    /** Lower case, as the tables and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} wrote. */
    public static DeviceKind parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
