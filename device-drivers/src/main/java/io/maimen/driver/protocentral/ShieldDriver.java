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

/** The driver {@code ads1292r} of ProtoCentral's ADS1292R shield; {@link FrontEnd} says its options. Stateless. */
public final class ShieldDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("ads1292r", "1");

    /** For {@link java.util.ServiceLoader}. */
    public ShieldDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "ProtoCentral ADS1292R shield: one lead, the heart and respiration rate it computes",
                "serial, 57600",
                "the board keeps nothing and hears no answer",
                "ProtoCentral firmware",
                "simulator; layout of the firmware only; no board was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new MessageDecoder<>("ads1292r.packet", ShieldPacket::read, ShieldPacket::fields));
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new FormatDecoder<>("ads1292r.packet", new ShieldFormat(), ShieldPacket::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return FrontEnd.open(Origin.of(context, REF), new ShieldFormat());
    }
}
