package io.maimen.driver.openbci;

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
import io.maimen.driver.waveform.Lead;
import io.maimen.driver.waveform.LineWaveform;
import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * The driver {@code openbci-cyton}. Options: {@code leads.<channel>: I|II}, at least one; {@code gain}, 24 as the board begins
 * with; {@code simulated}. Stateless.
 */
public final class CytonDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("openbci-cyton", "1");

    private static final int STANDARD_GAIN = 24;
    private static final int RATE_HZ = 250;
    private static final Bytes BEGIN = Bytes.of((byte) 'b');

    /** For {@link java.util.ServiceLoader}. */
    public CytonDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "OpenBCI Cyton, 8 channels",
                "serial, 115200",
                "",
                "OpenBCI Cyton data format",
                "simulator; public byte vectors, a capture among them; no board was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new MessageDecoder<>("openbci-cyton.packet", CytonPacket::read, CytonPacket::fields));
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new FormatDecoder<>("openbci-cyton.packet", new CytonFormat(), CytonPacket::fields));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        int gain = context.options().integer("gain", STANDARD_GAIN, 1, STANDARD_GAIN);
        List<Lead> leads = Lead.named(context.options(), CytonPacket.CHANNELS).entrySet().stream()
                .map(named -> new Lead(named.getValue(), named.getKey() - 1, CytonPacket.scale(gain)))
                .toList();
        return new LineWaveform<>(Origin.of(context, REF), new CytonFormat(), leads, RATE_HZ, List.of(BEGIN));
    }
}
