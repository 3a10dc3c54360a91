package io.maimen.ingest.register;

import io.maimen.observation.patient.PatientId;

/** What a person said cannot be taken; the code is stable, the message is for that person. */
public final class RegisterException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is in the way. */
    public enum Kind {
        /** The words themselves. */
        INVALID,
        /** What they speak of is not there, or not there for this person. */
        UNKNOWN,
        /** Things as they are. */
        CONFLICT,
        /** Nothing but time. */
        LATER
    }

    private final Kind kind;
    private final String code;

    private RegisterException(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    static RegisterException invalid(String code, String message) {
        return new RegisterException(Kind.INVALID, code, message);
    }

    static RegisterException conflict(String code, String message) {
        return new RegisterException(Kind.CONFLICT, code, message);
    }

    static RegisterException later(String code, String message) {
        return new RegisterException(Kind.LATER, code, message);
    }

    /** {@code what} is not there for whoever asks. */
    static RegisterException unknown(String what) {
        return new RegisterException(Kind.UNKNOWN, "SRV-072", what + " must exist but does not");
    }

    static RegisterException merged(PatientId duplicate, PatientId kept) {
        return conflict(
                "SRV-104",
                "patient must be one that was not merged but " + duplicate + " became " + kept + "; use that");
    }

    /** What is in the way. */
    public Kind kind() {
        return kind;
    }

    /** Such as {@code SRV-104}. */
    public String code() {
        return code;
    }
}
