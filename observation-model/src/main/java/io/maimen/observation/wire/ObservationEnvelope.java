package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway sends: items in the order they were stored, and the frames they were read from. Immutable.
 *
 * <p>Items stay encoded, because each is digested, judged and kept by itself: one item that cannot be read is
 * quarantined and costs no other.
 *
 * @param items each one encoded observation
 * @param signature over the list of item digests; empty in one that no server takes
 */
public record ObservationEnvelope(
        GatewayId gateway,
        Lane lane,
        List<Bytes> items,
        List<RawFrame> rawFrames,
        Optional<EnvelopeSignature> signature) {
    public ObservationEnvelope {
        requireNonNull(gateway, "gateway");
        requireNonNull(lane, "lane");
        items = List.copyOf(items);
        rawFrames = List.copyOf(rawFrames);
        requireNonNull(signature, "signature");
        if (items.isEmpty() && rawFrames.isEmpty()) {
            throw new IllegalArgumentException("WIRE-002 envelope must carry an item or a frame but was empty");
        }
    }

    /** An envelope that nobody has signed. */
    public static ObservationEnvelope unsigned(
            GatewayId gateway, Lane lane, List<Bytes> items, List<RawFrame> rawFrames) {
        return new ObservationEnvelope(gateway, lane, items, rawFrames, Optional.empty());
    }
}
