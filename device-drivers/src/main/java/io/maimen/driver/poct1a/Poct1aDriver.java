package io.maimen.driver.poct1a;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code poct1a}: POCT1-A2 analysers over TCP; options in docs/supported-devices.md. Stateless. */
public final class Poct1aDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("poct1a", "1");

    /** For {@link java.util.ServiceLoader}. */
    public Poct1aDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "point-of-care analysers with POCT1-A2, such as DCA Vantage; HbA1c known, others by "
                        + "`options.codes.<id>`",
                "TCP, the analyser calling or called",
                "the ACK of an observation follows the fsync",
                "POCT1-A2",
                "simulator; public captures of one analyser; none was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of();
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new PoctStreamDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new Poct1aProtocol(context);
    }
}
