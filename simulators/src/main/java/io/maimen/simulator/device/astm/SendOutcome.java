package io.maimen.simulator.device.astm;

import java.time.Duration;

/** How one attempt to send a message ended. */
sealed interface SendOutcome {
    /** Every frame was acknowledged. */
    record Taken() implements SendOutcome {}

    /**
     * The message is to be sent anew from its first frame.
     *
     * @param reason what the gateway did, for the log
     * @param pause how long to leave the line alone before
     */
    record Again(String reason, Duration pause) implements SendOutcome {}
}
