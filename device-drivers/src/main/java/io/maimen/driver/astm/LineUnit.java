package io.maimen.driver.astm;

import io.maimen.driver.DecodeError;
import io.maimen.observation.Bytes;

/** One thing that came over the line. A closed set; immutable. */
sealed interface LineUnit {
    /** ENQ: the sender asks for the line. */
    record Enquiry() implements LineUnit {}

    /** EOT: the sender gives the line back. */
    record EndOfTransmission() implements LineUnit {}

    /** A whole frame from STX to the first byte of its trailer; nothing in it was judged yet. */
    record WholeFrame(Bytes bytes) implements LineUnit {}

    /** The beginning of a frame whose sender started something else or fell silent; it waits for no answer. */
    record BrokenFrame(DecodeError error, Bytes bytes) implements LineUnit {}

    /** A frame that cannot be one; its sender waits for an answer. */
    record BadFrame(DecodeError error, Bytes bytes) implements LineUnit {}

    /** Bytes outside any frame: the first of a run. */
    record Noise(DecodeError error, Bytes bytes) implements LineUnit {}
}
