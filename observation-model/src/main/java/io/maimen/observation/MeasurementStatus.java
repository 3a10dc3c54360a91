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
    /** The body moved while it was measured (Bluetooth SIG 0x2A35, measurement status bit 0). */
    BODY_MOVEMENT,
    /** The cuff was too loose (0x2A35, measurement status bit 1). */
    CUFF_LOOSE,
    /** The pulse was irregular (0x2A35, measurement status bit 2); evidence beside a reading, never a diagnosis. */
    IRREGULAR_PULSE,
    /** The cuff was not where it must be, at the height of the heart (0x2A35, measurement status bit 5). */
    IMPROPER_POSITION,
    /** The device's clock was known to be unset, so only the receive time can be relied on. */
    DEVICE_CLOCK_UNSET,
    /** Identity rests on the connection; the same measurement may exist once more. */
    POSSIBLY_THE_SAME,
    /** A person typed it in: no device said it. No step removes this mark. */
    ENTERED_BY_HAND
}
