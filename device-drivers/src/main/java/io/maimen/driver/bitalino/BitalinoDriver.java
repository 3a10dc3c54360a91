package io.maimen.driver.bitalino;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code bitalino}. Stateless. */
public final class BitalinoDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("bitalino", "1");

    /** For {@link java.util.ServiceLoader}. */
    public BitalinoDriver() {}

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
        return List.of(new MessageDecoder<>("bitalino.frame", BitalinoFrame::read, BitalinoFrame::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return event ->
                List.of(new Close("this gateway reads the frames of bitalino but does not yet hold its conversation"));
    }
}
