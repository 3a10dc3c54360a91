package io.maimen.driver.nonin;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code nonin-bluetooth}: pulse oximeters by Nonin with the maker's own Bluetooth LE service. Stateless. */
public final class NoninBluetoothDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("nonin-bluetooth", "1");

    /** For {@link java.util.ServiceLoader}. */
    public NoninBluetoothDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "pulse oximeters by Nonin with the maker's own service (46A970E0): saturation and pulse rate once a second",
                "Bluetooth LE through BlueZ",
                "live values; none is sent twice",
                "none published; the places of three numbers are known, those of the status bits are not",
                "simulator; bytes made from the description; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(BluetoothSample.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new NoninBluetoothProtocol(context);
    }
}
