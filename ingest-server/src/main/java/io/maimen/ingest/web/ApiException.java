package io.maimen.ingest.web;

import io.maimen.ingest.security.RefusedException;

/** A request that is refused: becomes its status with {@code {"code", "message"}}. */
final class ApiException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ApiException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiException bad(String message) {
        return new ApiException(400, "SRV-070", message);
    }

    static ApiException notFound(String what) {
        return new ApiException(404, "SRV-072", what + " must exist but does not");
    }

    /** What is taken already, or one's own, is a conflict; the rest was said wrongly. */
    static ApiException refused(RefusedException e) {
        boolean conflict = e.code().equals("SRV-065") || e.code().equals("SRV-068");
        return new ApiException(conflict ? 409 : 400, e.code(), e.getMessage());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
