package io.maimen.ingest.security;

import java.util.Locale;

/** What a gateway's signature says about one item that it sent. */
public enum SignatureState {
    /** The gateway's key signed exactly these bytes. */
    VALID,
    /** The bytes, their place or the signature are not what the gateway signed: something was changed since. */
    INVALID,
    /** Nothing was signed. */
    MISSING,
    /** Signed with a key that the gateway never had here. */
    KEY_UNKNOWN;

    /** Such as {@code key-unknown}, as the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
