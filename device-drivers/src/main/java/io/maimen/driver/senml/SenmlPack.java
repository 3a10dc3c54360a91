package io.maimen.driver.senml;

import io.maimen.observation.FrameField;
import java.util.List;

/**
 * A whole pack, understood. Immutable.
 *
 * @param sent every record as it stands in the bytes
 * @param records those that say something, base fields worked in
 */
record SenmlPack(List<SenmlRecord> sent, List<ResolvedRecord> records) {
    SenmlPack {
        sent = List.copyOf(sent);
        records = List.copyOf(records);
    }

    /** Reads a pack in either format, or refuses it whole. */
    static SenmlPack read(byte[] pack) throws PackRefusal {
        Format format = Format.of(pack)
                .orElseThrow(() -> new PackRefusal(
                        "SML-001", 0, "pack must begin with [ (JSON) or with an array of CBOR but did not"));
        List<SenmlRecord> sent = PackReader.read(format, pack);
        return new SenmlPack(sent, new Resolver().resolve(sent));
    }

    /** Each label with its bytes, in order; what a person sees marked in them. */
    List<FrameField> fields() {
        return sent.stream().flatMap(each -> each.fields().stream()).toList();
    }
}
