package io.maimen.driver.message;

import io.maimen.driver.Decoded;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.List;

/** Gives a device's messages their meaning. Keeps nothing from one message to the next. */
@FunctionalInterface
public interface MessageReader {
    /**
     * What a message says, or why it cannot be read surely.
     *
     * @param number which message of its connection this is, from 0; identity of last resort where it has no time
     */
    Decoded<Reading> read(Received message, long number);

    /**
     * A message that can be read. Immutable.
     *
     * @param observations what it says; empty for a message that is only kept
     */
    record Reading(RawFrame frame, List<Observation> observations) {
        public Reading {
            observations = List.copyOf(observations);
        }
    }
}
