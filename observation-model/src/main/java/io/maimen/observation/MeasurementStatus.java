package io.maimen.observation;

/** What a device or driver says about a measurement beside its value. The names are the wire's. */
public enum MeasurementStatus {
    /** The device calls the result preliminary (LIS02-A2 result status P). */
    PRELIMINARY,
    /** The device corrects an earlier result (LIS02-A2 result status C). */
    CORRECTED,
    /** A control sample: never a patient's result. */
    QUALITY_CONTROL,
    /** The device doubts the result itself. */
    QUESTIONABLE,
    /** An electrode was off during at least part of the block. */
    LEAD_OFF,
    /** The device's clock was known to be unset, so only the receive time can be relied on. */
    DEVICE_CLOCK_UNSET,
    /** Identity rests on the connection; the same measurement may exist once more. */
    POSSIBLY_THE_SAME
}
