package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a measurement became an observation. Immutable.
 *
 * @param driver name and version of the driver that read the bytes
 * @param rawFrames the device frames the value was read from, in their order
 * @param simulated true for data no human body gave; no step removes this mark
 */
public record Provenance(DriverRef driver, List<RawFrameRef> rawFrames, boolean simulated) {
    public Provenance {
        requireNonNull(driver, "driver");
        rawFrames = List.copyOf(rawFrames);
    }
}
