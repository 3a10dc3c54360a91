package io.maimen.driver.trace;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Observation;

/** One line of a trace. A closed set; immutable. */
public sealed interface TraceLine permits TraceHeader, TraceEntry, TraceLine.Expected {
    /**
     * An observation the entries must give, as it was stored when the trace was recorded and as its author found it right.
     *
     * @param observation whole; a kit compares everything but what belongs to the connection
     */
    record Expected(Observation observation) implements TraceLine {
        public Expected {
            requireNonNull(observation, "observation");
        }
    }
}
