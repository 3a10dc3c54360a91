package io.maimen.driver.microlife;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code microlife}: cuffs by Microlife over Bluetooth. Stateless. */
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
        return event -> List.of(
                new Close("this gateway decodes the frames of microlife but does not yet hold its conversation"));
    }
}
