package io.maimen.driver.openbci;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code openbci-cyton}. Stateless. */
public final class CytonDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("openbci-cyton", "1");

    /** For {@link java.util.ServiceLoader}. */
    public CytonDriver() {}

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
        return List.of(new MessageDecoder<>("openbci-cyton.packet", CytonPacket::read, CytonPacket::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return event -> List.of(
                new Close("this gateway reads the packets of openbci-cyton but does not yet hold its conversation"));
    }
}
