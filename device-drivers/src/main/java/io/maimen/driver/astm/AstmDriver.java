package io.maimen.driver.astm;

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
 * The driver {@code astm}; docs/devices/astm-analyser.md is its specification. Options: {@code codes.NAME},
 * {@code encoding}, {@code maxFrameBytes}, {@code frameNumbers}, {@code receiverTimeout}. Stateless.
 */
public final class AstmDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("astm", "1");

    /** For {@link java.util.ServiceLoader}. */
    public AstmDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "point-of-care and laboratory analysers with LIS01-A2 framing and LIS02-A2 records; "
                        + "glucose and potassium known, others by `options.codes.<test>`",
                "serial, or TCP with the same bytes",
                "ACK follows the fsync",
                "[astm-analyser.md](devices/astm-analyser.md)",
                "simulator; public captures of six makers' frames; no analyser was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new AstmFrameDecoder());
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new AstmStreamDecoder(true), new AstmStreamDecoder(false));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new AstmProtocol(context, AstmOptions.of(context.options()));
    }
}
