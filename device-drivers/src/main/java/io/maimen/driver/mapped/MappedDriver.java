package io.maimen.driver.mapped;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.message.MessageFields;
import io.maimen.driver.message.MessageProtocol;
import io.maimen.observation.DriverRef;
import java.nio.ByteBuffer;
import java.util.List;

/** The driver {@code mapped}; docs/devices/mapped.md says what a mapping may hold. Stateless. */
public final class MappedDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("mapped", "1");

    /** For {@link java.util.ServiceLoader}. */
    public MappedDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "any device that sends JSON objects or bare numbers: `options.mapping` ties topics and fields to codes and "
                        + "units, without code",
                "MQTT 5; CoAP, in the clear or over DTLS with a pre-shared key; an external MQTT broker",
                "PUBACK or 2.04 follows the fsync; BY_TRANSPORT behind a broker",
                "[mapped.md](devices/mapped.md)",
                "the page's two examples; Mosquitto's and libcoap's clients; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new MessageDecoder<>("mapped.json", MappedDriver::json, MessageFields::frameFields));
    }

    private static Decoded<MessageFields> json(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return MessageFields.json(bytes, "MAP-021");
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new MessageProtocol(new MappedReader(context));
    }
}
