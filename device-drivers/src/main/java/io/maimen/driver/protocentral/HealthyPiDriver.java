package io.maimen.driver.protocentral;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.FormatDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code healthypi-v4} of ProtoCentral's HealthyPi v4; {@link FrontEnd} says its options. Stateless. */
public final class HealthyPiDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("healthypi-v4", "1");

    /** For {@link java.util.ServiceLoader}. */
    public HealthyPiDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "ProtoCentral HealthyPi v4: one lead, saturation, rates, skin temperature; never the "
                        + "\"blood pressure\" of bytes 17 and 18, which are constants",
                "serial, 115200",
                "",
                "ProtoCentral firmware",
                "simulator; public byte vectors built from the firmware; no board was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new MessageDecoder<>("healthypi-v4.packet", HealthyPiPacket::read, HealthyPiPacket::fields));
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new FormatDecoder<>("healthypi-v4.packet", new HealthyPiFormat(), HealthyPiPacket::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return FrontEnd.open(Origin.of(context, REF), new HealthyPiFormat());
    }
}
