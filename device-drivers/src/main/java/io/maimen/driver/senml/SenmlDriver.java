package io.maimen.driver.senml;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.message.MessageProtocol;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code senml}; docs/devices/senml-cuff.md is its specification and lists its options. Stateless. */
public final class SenmlDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("senml", "1");

    /** For {@link java.util.ServiceLoader}. */
    public SenmlDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    /** As far as this driver goes; a connection with a broker between can only offer less. */
    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "blood-pressure cuffs that send SenML (RFC 8428) in JSON or CBOR; other quantities by "
                        + "`options.map.<name>`",
                "CoAP, in the clear or over DTLS with a pre-shared key; MQTT 5; an external MQTT broker",
                "2.04 or PUBACK follows the fsync; BY_TRANSPORT behind a broker",
                "[senml-cuff.md](devices/senml-cuff.md)",
                "simulator; libcoap's and Mosquitto's clients; examples of RFC 8428");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new PackDecoder(Format.JSON), new PackDecoder(Format.CBOR));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new MessageProtocol(new SenmlReader(context));
    }
}
