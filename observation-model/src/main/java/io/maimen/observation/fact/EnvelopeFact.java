package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A gateway sent an envelope: all that is needed to prove any one of its items later. In the log it comes before them.
 * Immutable.
 *
 * @param sha256 of its bytes as sent, 64 lower-case hex digits
 * @param itemDigests the SHA-256 of each item's bytes as sent, in their order, also of those that were known already
 * @param signature over the digests; empty where the gateway sent none
 * @param keyId the gateway's key that signed; there exactly when {@code signature} is
 */
public record EnvelopeFact(
        String sha256,
        GatewayId gateway,
        Lane lane,
        List<String> itemDigests,
        Optional<Bytes> signature,
        Optional<String> keyId,
        Instant admittedAt)
        implements Fact {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public EnvelopeFact {
        requireDigest("sha256", sha256);
        requireNonNull(gateway, "gateway");
        requireNonNull(lane, "lane");
        itemDigests = List.copyOf(itemDigests);
        itemDigests.forEach(digest -> requireDigest("itemDigests", digest));
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
        if (signature.isPresent() != keyId.isPresent()) {
            throw new IllegalArgumentException("OBS-043 signature and keyId must come together but one was missing");
        }
    }

    static void requireDigest(String name, String digest) {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "OBS-041 " + name + " must be 64 lower-case hex digits but was " + digest);
        }
    }
}
