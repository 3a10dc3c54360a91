package io.maimen.driver.protocentral;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code ads1292r}. Stateless. */
public final class ShieldDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("ads1292r", "1");

    /** For {@link java.util.ServiceLoader}. */
    public ShieldDriver() {}

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
        return List.of(new MessageDecoder<>("ads1292r.packet", ShieldPacket::read, ShieldPacket::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return event ->
                List.of(new Close("this gateway reads the packets of ads1292r but does not yet hold its conversation"));
    }
}
