package io.maimen.driver.aecg;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.recording.RecordingDecoder;
import io.maimen.driver.recording.RecordingFormat;
import io.maimen.driver.recording.RecordingProtocol;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code aecg}: HL7 annotated ECG files of 12-lead carts. Stateless. */
public final class AecgDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("aecg", "1");

    private static final RecordingFormat FORMAT = (file, place) -> new AecgReader(file, place).read();

    /** For {@link java.util.ServiceLoader}. */
    public AecgDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "12-lead ECG carts that export HL7 annotated ECG (FDA XML); the rhythm's leads are read, annotations and"
                        + " averaged beats stay in the file",
                "files in a folder",
                "a file is moved away when all its leads are on the disk",
                "HL7 V3 Annotated ECG R1",
                "files made from the standard only");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new RecordingDecoder("aecg.file", FORMAT));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new RecordingProtocol(Origin.of(context, REF), FORMAT);
    }
}
