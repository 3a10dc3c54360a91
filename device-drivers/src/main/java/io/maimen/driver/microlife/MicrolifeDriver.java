package io.maimen.driver.microlife;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
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
    public DriverDescription description() {
        return new DriverDescription(
                "cuffs such as BP3GY1-2N: the memory",
                "Bluetooth LE through BlueZ",
                "the cuff keeps its records, which are fetched again",
                "none published",
                "simulator; public unit-test bytes; no device was connected yet");
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
