package io.maimen.gateway.session;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.DriverRef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A driver that does what a test says and remembers what it heard. */
final class ScriptedDriver implements DeviceDriver {
    private final Function<DriverEvent, List<DriverAction>> script;
    private final List<DriverEvent> heard = new CopyOnWriteArrayList<>();

    private boolean broken;

    ScriptedDriver(Function<DriverEvent, List<DriverAction>> script) {
        this.script = script;
    }

    void failToOpen() {
        broken = true;
    }

    List<DriverEvent> heard() {
        return List.copyOf(heard);
    }

    @Override
    public DriverRef ref() {
        return new DriverRef("scripted", "1");
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription("none", "none", "", "its test", "its test");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.AFTER_STORED;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of();
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        if (broken) {
            throw new IllegalStateException("on purpose");
        }
        return event -> {
            heard.add(event);
            return script.apply(event);
        };
    }
}
