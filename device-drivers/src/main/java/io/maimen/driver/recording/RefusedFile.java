package io.maimen.driver.recording;

import io.maimen.driver.DecodeError;

/** A file is not what its format says, or says something that we would not read rightly. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient DecodeError error;

    /** With its code, the byte that was wrong and what must hold. */
    public RefusedFile(String code, int offset, String reason) {
        super(code + " " + reason);
        error = new DecodeError(code, offset, reason);
    }

    /** Why. */
    public DecodeError error() {
        return error;
    }
}
