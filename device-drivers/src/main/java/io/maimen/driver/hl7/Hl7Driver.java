package io.maimen.driver.hl7;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code hl7}: ORU^R01 and IHE PCD-01 over MLLP; options in docs/supported-devices.md. Stateless. */
public final class Hl7Driver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("hl7", "1");

    /** For {@link java.util.ServiceLoader}. */
    public Hl7Driver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new Hl7Decoder());
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new MllpDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new Hl7Protocol(context);
    }
}
