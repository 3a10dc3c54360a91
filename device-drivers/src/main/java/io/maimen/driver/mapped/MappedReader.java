package io.maimen.driver.mapped;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.mapped.Mapping.Message;
import io.maimen.driver.mapped.Mapping.Payload;
import io.maimen.driver.message.MessageFields;
import io.maimen.driver.message.MessageFields.Field;
import io.maimen.driver.message.MessageFields.Kind;
import io.maimen.driver.message.MessageReader;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Reads a device's messages by its mapping. Immutable. */
final class MappedReader implements MessageReader {
    /** The place of a number that is the whole message. */
    static final String WHOLE = "";

    private static final Set<String> OPTIONS = Set.of("mapping", "simulated");

    private final Mapping mapping;
    private final Origin origin;

    /** Throws IllegalArgumentException with every mistake of the options and the mapping. */
    MappedReader(DeviceContext context) {
        for (String name : context.options().values().keySet()) {
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException(
                        "MAP-001 options of driver mapped must be mapping or simulated but there was " + name);
            }
        }
        mapping = MappingReader.read(context.options()
                .text("mapping")
                .orElseThrow(() -> new IllegalArgumentException(
                        "MAP-001 options.mapping must be a mapping but was missing; write it there or name its file by"
                                + " mapping: file:PATH")));
        origin = Origin.of(context, MappedDriver.REF);
    }

    @Override
    public Decoded<Reading> read(Received received, long number) {
        String topic = received.channel().name();
        return mapping.of(topic)
                .map(message -> read(message, received, number))
                .orElseGet(() -> Decoded.refused(
                        "MAP-020",
                        0,
                        "topic must be one of the mapping's but was " + topic
                                + "; a message without values in the mapping is kept and not read"));
    }

    private Decoded<Reading> read(Message message, Received received, long number) {
        if (message.values().isEmpty()) {
            return new Decoded.Frame<>(new Reading(new RawFrame(received.bytes(), received.at()), List.of()));
        }
        Decoded<MessageFields> read = fields(message.payload(), received.bytes().toArray());
        if (read instanceof Decoded.Refused<MessageFields> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        MessageFields fields = ((Decoded.Frame<MessageFields>) read).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), fields.frameFields());
        try {
            return new Decoded.Frame<>(
                    new Reading(frame, new MappedMessage(message, fields).observations(origin, frame, number)));
        } catch (MappedRefusal e) {
            return new Decoded.Refused<>(e.error());
        }
    }

    private static Decoded<MessageFields> fields(Payload payload, byte[] bytes) {
        if (payload == Payload.JSON) {
            return MessageFields.json(bytes, "MAP-021");
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return new Decoded.Frame<>(new MessageFields(
                List.of(new Field(WHOLE, Kind.TEXT, new FrameField("number", text, "", 0, bytes.length)))));
    }
}
