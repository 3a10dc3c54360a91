package io.maimen.driver.contec;

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
    public DriverDescription description() {
        return new DriverDescription(
                "pulse oximeters CMS50D+ from firmware 4.6, CMS50E, CMS50F, live data",
                "USB serial, 115200 bits a second",
                "it sends sixty times a second and is kept from stopping every 4 s",
                "Contec communication protocol V7.0",
                "simulator; public captures of two models; no device was connected yet");
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
