package io.maimen.driver.scale;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.driver.reading.WeightReading;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One scale that notifies while somebody stands on it. Only a weight that has come to rest with the load still there is a
 * measurement; the scale repeats it, which its time stamp shows. Confined to the session's thread.
 */
final class XiaomiScaleProtocol implements DeviceProtocol {
    static final Channel NOTIFICATIONS = new Channel("00002a9c-0000-1000-8000-00805f9b34fb");
    private static final int FIRST_PLAUSIBLE_YEAR = 2016;

    private final Origin origin;
    private final Unstored unstored = new Unstored();

    XiaomiScaleProtocol(DeviceContext context) {
        origin = Origin.of(context, XiaomiScaleDriver.REF);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(new Subscribe(NOTIFICATIONS, SubscribeMode.NOTIFY));
        }
        return event instanceof Received received ? received(received) : unstored.on(event);
    }

    private List<DriverAction> received(Received received) {
        Decoded<XiaomiWeight> decoded = XiaomiWeight.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<XiaomiWeight> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        XiaomiWeight weight = ((Decoded.Frame<XiaomiWeight>) decoded).frame();
        if (!weight.stabilised() || weight.removed()) {
            return List.of();
        }
        RawFrame frame = new RawFrame(received.bytes(), received.at(), weight.fields());
        WeightReading reading = new WeightReading(
                Optional.of(new Quantity(weight.weight(), new UcumUnit(weight.unit()))),
                time(weight),
                Optional.empty());
        return List.of(unstored.store(frame, reading.observations(origin, frame, unstored.number())));
    }

    private Optional<DeviceTime> time(XiaomiWeight weight) {
        try {
            LocalDateTime time = LocalDateTime.parse(weight.clock().toString().replace(' ', 'T'));
            return time.getYear() < FIRST_PLAUSIBLE_YEAR
                    ? Optional.empty()
                    : Optional.of(DeviceTime.at(time, origin.context().place()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // the reading counts, only its time does not
        }
    }
}
