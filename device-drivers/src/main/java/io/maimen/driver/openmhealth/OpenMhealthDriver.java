package io.maimen.driver.openmhealth;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.message.MessageProtocol;
import io.maimen.observation.DriverRef;
import java.util.List;

/** The driver {@code openmhealth}: blood pressure as JSON, a message each. Stateless. */
public final class OpenMhealthDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("openmhealth", "1");

    /** For {@link java.util.ServiceLoader}. */
    public OpenMhealthDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "applications and hubs that publish Open mHealth blood pressure as JSON",
                "MQTT 5; an external MQTT broker",
                "BY_TRANSPORT behind a broker",
                "omh:blood-pressure:3",
                "simulator; a public unit test's bytes; no publisher was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new BloodPressureDecoder());
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new MessageProtocol(new OpenMhealthReader(context));
    }
}
