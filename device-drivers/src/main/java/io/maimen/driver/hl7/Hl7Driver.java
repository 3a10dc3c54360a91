package io.maimen.driver.hl7;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
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
    public DriverDescription description() {
        return new DriverDescription(
                "monitors and gateways that send HL7 v2 results: ORU^R01, IHE PCD-01, OUL^R22; MDC and "
                        + "LOINC codes known, a vendor's by `options.codes.<code>`",
                "MLLP over TCP, the sender calling or called",
                "AA (or CA) follows the fsync, AE asks for it again, AR is for what cannot be read",
                "HL7 v2.6, IHE PCD TF-2",
                "simulator; public captures and examples of specifications; no monitor was connected yet");
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
