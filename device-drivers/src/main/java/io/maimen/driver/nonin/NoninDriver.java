package io.maimen.driver.nonin;

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
 * The driver {@code nonin}: pulse oximeters by Nonin over a serial line. Options: {@code format} (2, 7, 8 or 13),
 * {@code commands}, {@code simulated}. The oximeter neither waits nor asks, and forgets what it has sent. Stateless.
 */
public final class NoninDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("nonin", "1");

    /** For {@link java.util.ServiceLoader}. */
    public NoninDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "pulse oximeters Nonin 9560, OEM III, 3150: data formats 2, 7, 8 and 13",
                "serial, 9600 bits a second",
                "the oximeter forgets a spot check when it has sent it",
                "Nonin 6470-000-01",
                "simulator; unit-test and derived bytes, none for format 7; no device was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(DisplayFrame.DECODER, SpotCheckFormat.DECODER, Command.DECODER);
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(
                new PacketDecoder(PlethFormat.FORMAT_2),
                new PacketDecoder(PlethFormat.FORMAT_7),
                DisplayFrame.DECODER,
                SpotCheckFormat.DECODER);
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new NoninProtocol(context);
    }
}
