package io.maimen.driver.gatt;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.DriverRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * The driver {@code blood-pressure}; docs/devices/bluetooth-cuff.md is its specification. Its one option is
 * {@code simulated: true}, for a cuff that nobody wears. Stateless.
 */
public final class BloodPressureDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("blood-pressure", "1");

    /** For {@link java.util.ServiceLoader}. */
    public BloodPressureDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "cuffs with the Bluetooth SIG's Blood Pressure Service (1810), up to 255 users; Beurer "
                        + "BM 85 with its own layout",
                "Bluetooth LE through BlueZ",
                "the Bluetooth stack confirms an indication by itself; the window is measured",
                "[bluetooth-cuff.md](devices/bluetooth-cuff.md)",
                "simulator; public captures of three makers' bytes; no cuff was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.BY_TRANSPORT;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return Stream.<FrameDecoder>concat(
                        Stream.of(CuffLayout.values()).map(BloodPressureDecoder::new),
                        Stream.concat(Stream.of(IntermediateCuffPressure.DECODER), PlainNumber.ALL.stream()))
                .toList();
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new IntroducedProtocol(Origin.of(context, REF), BloodPressureProtocol::new);
    }
}
