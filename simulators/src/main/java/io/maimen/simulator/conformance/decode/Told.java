package io.maimen.simulator.conformance.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.wire.ObservationCodec;
import java.util.ArrayList;
import java.util.List;

/** What decoders and drivers say, as JSON lines: one object each, named by its first key. Stateless. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObservationCodec OBSERVATIONS = new ObservationCodec();

    private Told() {}

    /** {@code {"frame": …, "fields": […]}} or {@code {"refused": …}}. */
    static String frame(Decoded<DecodedFrame> decoded) {
        if (decoded instanceof Decoded.Refused<DecodedFrame> refused) {
            return refused(refused.error()).toString();
        }
        DecodedFrame frame = ((Decoded.Frame<DecodedFrame>) decoded).frame();
        ObjectNode line = JSON.createObjectNode().put("frame", frame.name());
        ArrayNode fields = line.putArray("fields");
        for (FrameField field : frame.fields()) {
            fields.addObject()
                    .put("name", field.name())
                    .put("value", field.value())
                    .put("unit", field.unit())
                    .put("offset", field.offset())
                    .put("length", field.length());
        }
        return line.toString();
    }

    private static ObjectNode refused(DecodeError error) {
        return JSON.createObjectNode()
                .put("refused", error.code())
                .put("offset", error.offset())
                .put("reason", error.reason());
    }

    /** What a driver wants done; what it read comes as one line an observation. */
    static List<String> action(DriverAction action) throws JsonProcessingException {
        List<String> lines = new ArrayList<>();
        if (action instanceof Store store) {
            for (Observation observation : store.observations()) {
                ObjectNode line = JSON.createObjectNode();
                line.set("observation", JSON.readTree(OBSERVATIONS.toJson(observation)));
                lines.add(line.toString());
            }
            if (store.observations().isEmpty()) {
                lines.add(JSON.createObjectNode()
                        .put("kept", store.rawFrames().get(0).bytes().hex())
                        .toString());
            }
        } else if (action instanceof Reject reject) {
            lines.add(refused(reject.error())
                    .put("hex", reject.rawFrame().bytes().hex())
                    .toString());
        } else if (action instanceof Write write) {
            lines.add(named("write", write.channel().name())
                    .put("hex", write.bytes().hex())
                    .toString());
        } else if (action instanceof Subscribe subscribe) {
            lines.add(named("subscribe", subscribe.channel().name()).toString());
        } else if (action instanceof Read read) {
            lines.add(named("read", read.channel().name()).toString());
        } else if (action instanceof Acknowledge acknowledge) {
            lines.add(named("acknowledge", acknowledge.acknowledgement().name()).toString());
        } else if (action instanceof Wake wake) {
            lines.add(named("wake", wake.after().toString()).toString());
        } else if (action instanceof Close close) {
            lines.add(named("close", close.reason()).toString());
        }
        return lines;
    }

    private static ObjectNode named(String key, String value) {
        return JSON.createObjectNode().put(key, value);
    }
}
