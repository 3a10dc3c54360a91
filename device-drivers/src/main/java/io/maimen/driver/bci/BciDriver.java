package io.maimen.driver.bci;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code bci}: pulse oximeters that speak the 5-byte stream of BCI, on a serial line or over Bluetooth.
 * Option: {@code simulated}. The oximeter neither waits nor asks. Stateless.
 */
public final class BciDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("bci", "1");

    /** For {@link java.util.ServiceLoader}. */
    public BciDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "pulse oximeters with the BCI 5-byte stream: Berry BM1000, Contec CMS50 with firmware " + "before 4.6",
                "Bluetooth LE through BlueZ; serial (CMS50: `baud: 19200, parity: odd`)",
                "the oximeter neither waits nor asks",
                "BCI Protocol V1.2",
                "simulator; derived bytes; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(BciFrame.DECODER);
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(BciFrame.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new BciProtocol(context);
    }
}
