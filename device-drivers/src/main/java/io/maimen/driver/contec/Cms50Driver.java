package io.maimen.driver.contec;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code contec-cms50}: pulse oximeters CMS50D+ from firmware 4.6, E and F over USB serial. Option: {@code
 * simulated}. The oximeter neither waits nor asks. Stateless.
 */
public final class Cms50Driver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("contec-cms50", "1");

    /** For {@link java.util.ServiceLoader}. */
    public Cms50Driver() {}

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
        return List.of(PacketFormat.DECODER);
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(PacketFormat.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new Cms50Protocol(context);
    }
}
