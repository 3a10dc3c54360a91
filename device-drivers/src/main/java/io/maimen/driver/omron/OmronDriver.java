package io.maimen.driver.omron;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code omron}: cuffs by Omron over Bluetooth. Options: {@code model}, or {@code layout}, {@code users},
 * {@code records} and {@code recordBytes}; {@code key}, {@code pair}, {@code simulated}. The cuff keeps its records, so they are
 * fetched again. Stateless.
 */
public final class OmronDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("omron", "1");

    /** For {@link java.util.ServiceLoader}. */
    public OmronDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "cuffs with Omron's memory over Bluetooth: HEM-7322T, HEM-7600T, HEM-7144T2; others by "
                        + "options; two users",
                "Bluetooth LE through BlueZ",
                "the cuff keeps its records, which are fetched again",
                "none published",
                "simulator; public captures of frames and records; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(
                MemoryFrame.DECODER,
                RecordLayout.LITTLE_ENDIAN.decoder(),
                RecordLayout.BIG_ENDIAN.decoder(),
                ClockSettings.Order.YEAR_FIRST.decoder(),
                ClockSettings.Order.MONTH_FIRST.decoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new OmronProtocol(context);
    }
}
