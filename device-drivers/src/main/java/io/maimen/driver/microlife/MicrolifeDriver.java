package io.maimen.driver.microlife;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code microlife}: cuffs by Microlife over Bluetooth. Option: {@code simulated}. The cuff keeps its
 * records, so they are fetched again. Stateless.
 */
public final class MicrolifeDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("microlife", "1");

    /** For {@link java.util.ServiceLoader}. */
    public MicrolifeDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(MicrolifeFrame.DECODER, MicrolifeRecord.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new MicrolifeProtocol(context);
    }
}
