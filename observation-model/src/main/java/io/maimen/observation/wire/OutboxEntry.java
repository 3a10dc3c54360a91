package io.maimen.observation.wire;

import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.List;

/**
 * What the gateway's log holds: one Store action of a driver, kept as a whole or not at all. Immutable.
 *
 * @param rawFrames the device's frames, in their order
 * @param observations what was read from them; empty for frames that carry none
 */
public record OutboxEntry(List<RawFrame> rawFrames, List<Observation> observations) {
    public OutboxEntry {
        rawFrames = List.copyOf(rawFrames);
        observations = List.copyOf(observations);
    }
}
