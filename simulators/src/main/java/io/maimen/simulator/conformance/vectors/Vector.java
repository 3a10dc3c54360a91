package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;
import java.util.HexFormat;

/**
 * One line of a file of byte vectors. Immutable.
 *
 * @param direction {@code d2h} from the device to us, {@code h2d} from us to the device
 * @param expect what the bytes say, under the keys of the family
 */
record Vector(String id, String family, String direction, Bytes bytes, JsonNode expect) {
    /** @throws SimulatorException where the line lacks one of its parts */
    static Vector of(JsonNode line, String where) throws SimulatorException {
        for (String part : new String[] {"id", "family", "direction", "hex"}) {
            if (!line.path(part).isTextual()) {
                throw new SimulatorException("CLI-030 " + where + ": " + part + " must be a text but was "
                        + line.path(part) + "; each line is one JSON object with id, family, direction, hex, expect");
            }
        }
        if (!line.path("expect").isObject()) {
            throw new SimulatorException(
                    "CLI-030 " + where + ": expect must be an object but was " + line.path("expect"));
        }
        return new Vector(
                line.path("id").asText(),
                line.path("family").asText(),
                line.path("direction").asText(),
                hex(line.path("hex").asText(), where),
                line.path("expect"));
    }

    private static Bytes hex(String hex, String where) throws SimulatorException {
        try {
            return Bytes.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new SimulatorException("CLI-030 " + where + ": hex must be pairs of hexadecimal digits", e);
        }
    }
}
