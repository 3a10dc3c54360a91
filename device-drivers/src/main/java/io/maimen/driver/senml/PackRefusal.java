package io.maimen.driver.senml;

import io.maimen.driver.DecodeError;

/** A pack that must not be used, whole as it is (RFC 8428 section 4.4 knows no half packs). */
final class PackRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DecodeError error;

    PackRefusal(String code, int offset, String reason) {
        this(new DecodeError(code, offset, reason));
    }

    private PackRefusal(DecodeError error) {
        // Without a trace: bad bytes are an everyday event, and the place in them says more.
        super(error.toString(), null, false, false);
        this.error = error;
    }

    DecodeError error() {
        return error;
    }
}
