package io.maimen.driver.ecgpatch;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code ecg-patch}; docs/devices/ecg-patch.md is its specification. It has no options. Stateless. */
public final class EcgPatchDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("ecg-patch", "1");

    /** For {@link java.util.ServiceLoader}. */
    public EcgPatchDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "wearable single-lead ECG patch, blocks of lead I or II",
                "MQTT 5",
                "PUBACK follows the fsync",
                "[ecg-patch.md](devices/ecg-patch.md)",
                "simulator only");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new BlockDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new EcgPatchProtocol(context);
    }
}
