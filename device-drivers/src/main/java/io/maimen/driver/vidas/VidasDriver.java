package io.maimen.driver.vidas;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.CutDecoder;
import io.maimen.driver.result.ResultOptions;
import io.maimen.driver.result.UnansweredLine;
import io.maimen.observation.DriverRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The driver {@code vidas}: bioMérieux mini-VIDAS; tests by {@code codes.NAME}. Stateless. */
public final class VidasDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("vidas", "1");

    /** For {@link java.util.ServiceLoader}. */
    public VidasDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "bioMérieux mini-VIDAS; tests by `options.codes.<test>`",
                "serial",
                "sends once",
                "none published",
                "simulator; one public capture; no analyser was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(VidasFrame.DECODER);
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new CutDecoder(VidasFrame.DECODER, VidasFrame::cutter, "POC-002"));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        ResultOptions options = ResultOptions.of(context.options(), Map.of(), Set.of());
        return new UnansweredLine(VidasFrame.cutter(), "POC-002", new VidasResult(context, options)::read);
    }
}
