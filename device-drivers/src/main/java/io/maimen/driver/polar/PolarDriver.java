package io.maimen.driver.polar;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.DriverRef;
import io.maimen.observation.FrameField;
import java.util.List;
import java.util.function.Function;

/** The driver {@code polar}: the ECG of Polar's chest straps. Its one option is {@code simulated: true}. Stateless. */
public final class PolarDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("polar", "1");

    /** For {@link java.util.ServiceLoader}. */
    public PolarDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "Polar H10 chest strap: ECG (lead I, nearly)",
                "Bluetooth LE through BlueZ",
                "notifications are not confirmed",
                "Polar Measurement Data specification",
                "simulator; public byte vectors of the maker's own tests; no strap was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(
                new MessageDecoder<>("polar.data", PmdFields::read, Function.identity()),
                new MessageDecoder<>("polar.settings", Settings::read, Settings::fields),
                new MessageDecoder<>("polar.control-point", ControlPointResponse::read, ControlPointResponse::fields),
                new MessageDecoder<>(
                        "polar.command", ControlPointCommand::read, Function.<List<FrameField>>identity()));
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        return new PmdProtocol(Origin.of(context, REF));
    }
}
