package io.maimen.observation;

/**
 * Why a value is missing: the FHIR R4 data-absent-reason codes that devices give cause for.
 *
 * <p>Special values of IEEE 11073 numbers map as the Personal Health Device guide says: NaN to {@code NOT_A_NUMBER},
 * NRes to {@code UNSUPPORTED}, the infinities to their own.
 */
public enum DataAbsentReason {
    UNKNOWN("unknown"),
    NOT_ASKED("not-asked"),
    TEMPORARILY_UNKNOWN("temp-unknown"),
    ERROR("error"),
    NOT_A_NUMBER("not-a-number"),
    NEGATIVE_INFINITY("negative-infinity"),
    POSITIVE_INFINITY("positive-infinity"),
    NOT_PERFORMED("not-performed"),
    NOT_APPLICABLE("not-applicable"),
    UNSUPPORTED("unsupported"),
    AS_TEXT("as-text");

    private final String code;

    DataAbsentReason(String code) {
        this.code = code;
    }

    /** The FHIR code. */
    public String code() {
        return code;
    }
}
