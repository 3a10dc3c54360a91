package io.maimen.driver.spotchem;

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
import java.util.Set;

/** The driver {@code spotchem}: Arkray SPOTCHEM EL. Stateless. */
public final class SpotchemDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("spotchem", "1");

    /** For {@link java.util.ServiceLoader}. */
    public SpotchemDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "Arkray SPOTCHEM EL SE-1520: sodium, potassium, chloride in plasma",
                "serial",
                "sends once, without checksum or answer",
                "none published",
                "simulator; one public capture; no analyser was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(SpotchemFrame.DECODER);
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return List.of(new CutDecoder(SpotchemFrame.DECODER, SpotchemFrame::cutter, "POC-022"));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        ResultOptions options = ResultOptions.of(context.options(), SpotchemResults.STANDARD, Set.of());
        return new UnansweredLine(SpotchemFrame.cutter(), "POC-022", new SpotchemResults(context, options)::read);
    }
}
