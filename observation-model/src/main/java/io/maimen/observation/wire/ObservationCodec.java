package io.maimen.observation.wire;

import io.maimen.observation.Observation;
import java.nio.charset.StandardCharsets;

/** One observation: CBOR for machines, JSON for people; neither loses anything. Stateless; may be shared. */
public final class ObservationCodec {
    /** One CBOR map, rule {@code observation} of docs/wire.md. */
    public byte[] toCbor(Observation observation) {
        return WireFormat.CBOR.toBytes(observation, ObservationForm::write);
    }

    /** Reads what {@link #toCbor} of this version wrote; fields unknown to us are skipped. */
    public Observation fromCbor(byte[] bytes) throws WireException {
        return fromCbor(bytes, "");
    }

    /** The same for an item of an envelope: refusals name places below {@code path}, such as {@code items[3]}. */
    public Observation fromCbor(byte[] bytes, String path) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, path, ObservationForm::read);
    }

    /** One line of JSON with the same field names: ISO 8601 times, decimals as text, codes with their names. */
    public String toJson(Observation observation) {
        return new String(WireFormat.JSON.toBytes(observation, ObservationForm::write), StandardCharsets.UTF_8);
    }

    /** Reads what {@link #toJson} wrote; fields unknown to us are skipped. */
    public Observation fromJson(String json) throws WireException {
        return WireFormat.JSON.fromBytes(json.getBytes(StandardCharsets.UTF_8), "", ObservationForm::read);
    }
}
