package io.maimen.simulator.conformance.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.driver.Channel;
import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What arrived at one time on one channel. Immutable. */
record Piece(Channel channel, Bytes bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws SimulatorException where {@code hex} is not pairs of hexadecimal digits; blanks between them are let pass */
    static Piece ofHex(Channel channel, String hex, String where) throws SimulatorException {
        try {
            return new Piece(channel, Bytes.of(HexFormat.of().parseHex(hex.replace(" ", ""))));
        } catch (IllegalArgumentException e) {
            throw new SimulatorException("CLI-032 " + where + " must be pairs of hexadecimal digits but was " + hex, e);
        }
    }

    /** What a trace says came from the device: JSON lines with {@code direction}, {@code channel} and {@code hex}. */
    static List<Piece> ofTrace(Path trace) throws SimulatorException {
        List<Piece> pieces = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(trace)) {
                number++;
                JsonNode entry = JSON.readTree(line);
                if (entry.path("direction").asText().equals("d2h")) {
                    Channel channel = new Channel(entry.path("channel").asText(Channel.STREAM.name()));
                    pieces.add(ofHex(channel, entry.path("hex").asText(), trace + " line " + number));
                }
            }
        } catch (JsonProcessingException e) {
            throw new SimulatorException(
                    "CLI-032 " + trace + " must be JSON lines but was not: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SimulatorException(
                    "CLI-031 FILE must be readable as UTF-8 text but " + trace + " was not: " + e, e);
        }
        return pieces;
    }
}
