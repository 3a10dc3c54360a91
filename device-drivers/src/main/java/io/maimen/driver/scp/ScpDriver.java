package io.maimen.driver.scp;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code scp}: keeps SCP-ECG files and reads their headers, no signal yet. Stateless. */
public final class ScpDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("scp", "1");

    /** For {@link java.util.ServiceLoader}. */
    public ScpDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "12-lead ECG carts: header and sections of SCP-ECG files; the file is kept, its signal "
                        + "not read yet",
                "files, for which the gateway has no door yet",
                "",
                "ISO 11073-91064",
                "bytes made from the standard only");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new ScpHeaderDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new ScpProtocol();
    }
}
