package io.maimen.driver.spotchem;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code spotchem}. Stateless. */
public final class SpotchemDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("spotchem", "1");

    /** For {@link java.util.ServiceLoader}. */
    public SpotchemDriver() {}

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
        return List.of(new SpotchemFrameDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        throw new IllegalArgumentException("DEC-017 driver " + REF + " reads bytes but holds no conversation yet");
    }
}
