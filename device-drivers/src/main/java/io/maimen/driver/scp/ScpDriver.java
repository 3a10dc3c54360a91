package io.maimen.driver.scp;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.recording.RecordingDecoder;
import io.maimen.driver.recording.RecordingProtocol;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code scp}: SCP-ECG files of 12-lead carts. Stateless. */
public final class ScpDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("scp", "2");

    private static final ScpFormat FORMAT = new ScpFormat();

    /** For {@link java.util.ServiceLoader}. */
    public ScpDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "12-lead ECG carts that export SCP-ECG; Huffman tables, differences and reference beats are read, bimodal"
                        + " compression is refused",
                "files in a folder",
                "a file is moved away when all its leads are on the disk",
                "EN 1064, ISO 11073-91064",
                "bytes made from the standard only");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new ScpHeaderDecoder(), new RecordingDecoder("scp.file", FORMAT));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new RecordingProtocol(Origin.of(context, REF), FORMAT);
    }
}
