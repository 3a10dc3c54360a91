package io.maimen.driver.contec;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code contec-cms50d-bt}: the pulse oximeter CMS50D-BT over Bluetooth. Option: {@code simulated}. The
 * oximeter neither waits nor asks. Stateless.
 */
public final class Cms50BluetoothDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("contec-cms50d-bt", "1");

    /** For {@link java.util.ServiceLoader}. */
    public Cms50BluetoothDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "pulse oximeter CMS50D-BT, live data",
                "Bluetooth LE through BlueZ",
                "",
                "none published",
                "simulator; public captures; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(BluetoothFrame.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new Cms50BluetoothProtocol(context);
    }
}
