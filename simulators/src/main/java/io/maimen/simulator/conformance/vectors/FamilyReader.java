package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Says what the bytes of one family's vector hold, under the family's keys. Stateless. */
interface FamilyReader {
    /** The keys with their values; {@code error} alone where the bytes are refused. */
    ObjectNode read(Vector vector, Decoders decoders) throws NotReadException;

    /** One reader for what devices send, another for what they are sent. */
    static FamilyReader byDirection(FamilyReader fromDevice, FamilyReader toDevice) {
        return (vector, decoders) -> (vector.direction().equals("h2d") ? toDevice : fromDevice).read(vector, decoders);
    }
}
