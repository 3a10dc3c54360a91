package io.maimen.driver.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.trace.TraceEntry.Answered;
import io.maimen.driver.trace.TraceEntry.Asked;
import io.maimen.driver.trace.TraceEntry.Disconnected;
import io.maimen.driver.trace.TraceEntry.Failed;
import io.maimen.driver.trace.TraceEntry.Received;
import io.maimen.driver.trace.TraceEntry.Written;
import io.maimen.driver.trace.TraceLine.Expected;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.ObservationCodec;
import io.maimen.observation.wire.WireException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Traces as JSON lines, docs/traces.md; a header begins each, so that a file may hold several. Stateless; may be shared. */
public final class TraceCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObservationCodec OBSERVATIONS = new ObservationCodec();
    private static final int VERSION = 1;
    private static final String FROM_DEVICE = "d2h";
    private static final String TO_DEVICE = "h2d";

    /** One line, without its end. */
    public String write(TraceLine line) {
        ObjectNode node = JSON.createObjectNode();
        if (line instanceof TraceHeader header) {
            node.put("trace", VERSION)
                    .put("driver", header.driver())
                    .put("begin", header.begin().toString())
                    .put("device", header.device().toString())
                    .put("connection", header.connection())
                    .put("place", header.place().getId());
            ObjectNode options = node.putObject("options");
            new TreeMap<>(header.options()).forEach(options::put);
            return noted(node, header.note()).toString();
        }
        if (line instanceof Expected expected) {
            return "{\"expect\":" + OBSERVATIONS.toJson(expected.observation()) + "}";
        }
        return entry(node, (TraceEntry) line).toString();
    }

    private static ObjectNode entry(ObjectNode node, TraceEntry entry) {
        node.put("at", entry.at().toString());
        if (entry instanceof Received received) {
            at(node, FROM_DEVICE, received.channel())
                    .put("hex", received.bytes().hex());
            if (!received.delivery().equals(DeliveryId.NONE)) {
                node.put("delivery", received.delivery().number());
            }
            return noted(node, received.note());
        }
        if (entry instanceof Written written) {
            at(node, TO_DEVICE, written.channel()).put("hex", written.bytes().hex());
            if (written.afterStored()) {
                node.put("afterStored", true);
            }
            return noted(node, written.note());
        }
        if (entry instanceof Asked asked) {
            return at(node, TO_DEVICE, asked.channel())
                    .put("do", asked.kind().name().toLowerCase(Locale.ROOT));
        }
        if (entry instanceof Answered answered) {
            return node.put("direction", TO_DEVICE)
                    .put("do", "answer")
                    .put("delivery", answered.delivery().number())
                    .put("note", answered.acknowledgement().name());
        }
        if (entry instanceof Failed failed) {
            return noted(at(node, FROM_DEVICE, failed.channel()).put("do", "fail"), failed.reason());
        }
        return node.put("direction", FROM_DEVICE).put("do", "disconnect");
    }

    private static ObjectNode at(ObjectNode node, String direction, Channel channel) {
        return node.put("direction", direction).put("channel", channel.name());
    }

    private static ObjectNode noted(ObjectNode node, String note) {
        return note.isEmpty() ? node : node.put("note", note);
    }

    /**
     * Every trace in a file.
     *
     * @param name of the file, for messages
     * @throws TraceException with DEC-030 where a line is not what it must be
     */
    public List<Trace> read(Iterable<String> lines, String name) throws TraceException {
        List<Trace> traces = new ArrayList<>();
        TraceHeader header = null;
        List<TraceEntry> entries = new ArrayList<>();
        List<Observation> expected = new ArrayList<>();
        int number = 0;
        for (String text : lines) {
            String where = name + " line " + ++number;
            if (text.isBlank()) {
                continue;
            }
            TraceLine line = line(text, where);
            if (line instanceof TraceHeader next) {
                if (header != null) {
                    traces.add(new Trace(header, entries, expected));
                }
                header = next;
                entries = new ArrayList<>();
                expected = new ArrayList<>();
            } else if (header == null) {
                throw new TraceException("DEC-030 " + where + " must be a header, {\"trace\":1,…}, but was " + text);
            } else if (line instanceof Expected wanted) {
                expected.add(wanted.observation());
            } else {
                entries.add((TraceEntry) line);
            }
        }
        if (header != null) {
            traces.add(new Trace(header, entries, expected));
        }
        return List.copyOf(traces);
    }

    /** One line of {@code where}. */
    TraceLine line(String text, String where) throws TraceException {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.has("trace")) {
                return header(node);
            }
            return node.has("expect")
                    ? new Expected(OBSERVATIONS.fromJson(node.get("expect").toString()))
                    : entry(node);
        } catch (JsonProcessingException e) {
            throw new TraceException(
                    "DEC-030 " + where + " must be an object of JSON but was not: " + e.getOriginalMessage(), e);
        } catch (WireException | DateTimeException | IllegalArgumentException e) {
            throw new TraceException("DEC-030 " + where + " must be as docs/traces.md says: " + e.getMessage(), e);
        }
    }

    private static TraceHeader header(JsonNode node) {
        if (node.get("trace").asInt() != VERSION) {
            throw new IllegalArgumentException("trace must be " + VERSION + " but was " + node.get("trace"));
        }
        Map<String, String> options = new TreeMap<>();
        node.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        return new TraceHeader(
                text(node, "driver"),
                Instant.parse(text(node, "begin")),
                DeviceId.parse(text(node, "device")),
                text(node, "connection"),
                ZoneId.of(text(node, "place")),
                options,
                node.path("note").asText());
    }

    private static TraceEntry entry(JsonNode node) {
        Instant at = Instant.parse(text(node, "at"));
        DeliveryId delivery = new DeliveryId(node.path("delivery").asLong(DeliveryId.NONE.number()));
        String note = node.path("note").asText();
        boolean fromDevice = text(node, "direction").equals(FROM_DEVICE);
        if (!fromDevice && !text(node, "direction").equals(TO_DEVICE)) {
            throw new IllegalArgumentException("direction must be d2h or h2d but was " + text(node, "direction"));
        }
        return switch (node.path("do").asText("")) {
            case "" ->
                fromDevice
                        ? new Received(at, channel(node), delivery, bytes(node), note)
                        : new Written(
                                at,
                                channel(node),
                                bytes(node),
                                node.path("afterStored").asBoolean(),
                                note);
            case "read" -> new Asked(at, channel(node), Asked.Kind.READ);
            case "subscribe" -> new Asked(at, channel(node), Asked.Kind.SUBSCRIBE);
            case "answer" -> new Answered(at, delivery, Acknowledgement.valueOf(text(node, "note")));
            case "fail" -> new Failed(at, channel(node), note);
            case "disconnect" -> new Disconnected(at);
            default ->
                throw new IllegalArgumentException(
                        "do must be read, subscribe, answer, fail or disconnect but was " + node.get("do"));
        };
    }

    private static Channel channel(JsonNode node) {
        return new Channel(node.path("channel").asText(Channel.STREAM.name()));
    }

    private static Bytes bytes(JsonNode node) {
        return Bytes.of(HexFormat.of().parseHex(text(node, "hex").replace(" ", "")));
    }

    private static String text(JsonNode node, String field) {
        if (!node.path(field).isTextual()) {
            throw new IllegalArgumentException(field + " must be a text but was " + node.path(field));
        }
        return node.get(field).asText();
    }
}
