package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A desired state on its way: the bytes as the server signed them, and its signature. Who holds the keys is no matter of
 * this package. Immutable.
 *
 * @param state rule {@code desired-state} of docs/wire.md, to be read only after the signature was found to fit
 * @param signature Ed25519 (RFC 8032) over {@link #signed}
 */
public record SignedState(Bytes state, Bytes signature) {
    private static final byte[] CONTEXT = "maimen-desired-v1\n".getBytes(StandardCharsets.UTF_8);

    public SignedState {
        requireNonNull(state, "state");
        requireNonNull(signature, "signature");
    }

    /** The bytes to sign: what they are for, so that they can be taken for nothing else, then the state. */
    public static byte[] signed(byte[] state) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(CONTEXT);
        out.writeBytes(state);
        return out.toByteArray();
    }
}
