package io.maimen.driver.scale;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.driver.reading.WeightReading;
import io.maimen.observation.Bytes;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.DeviceTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One scale that indicates the weighings in its memory once it is told the time. Confined to the session's thread. */
final class MedisanaScaleProtocol implements DeviceProtocol {
    static final Channel WEIGHT = new Channel("00008a21-0000-1000-8000-00805f9b34fb");
    static final Channel COMMAND = new Channel("00008a81-0000-1000-8000-00805f9b34fb");
    private static final int SET_TIME = 0x02;
    private static final int COMMAND_LENGTH = 5;
    /** A clock that was never set counts from 2010. */
    private static final int FIRST_PLAUSIBLE_YEAR = 2011;

    private final Origin origin;
    private final Unstored unstored = new Unstored();

    MedisanaScaleProtocol(DeviceContext context) {
        origin = Origin.of(context, MedisanaScaleDriver.REF);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            return List.of(new Subscribe(WEIGHT, SubscribeMode.INDICATE), new Write(COMMAND, time(connected.at())));
        }
        return event instanceof Received received && received.channel().equals(WEIGHT)
                ? received(received)
                : unstored.on(event);
    }

    private Bytes time(Instant now) {
        long seconds = ChronoUnit.SECONDS.between(
                MedisanaWeight.EPOCH, now.atZone(origin.context().place()).toLocalDateTime());
        return Bytes.of(ByteBuffer.allocate(COMMAND_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) SET_TIME)
                .putInt((int) seconds)
                .array());
    }

    private List<DriverAction> received(Received received) {
        Decoded<MedisanaWeight> decoded = MedisanaWeight.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<MedisanaWeight> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        MedisanaWeight weight = ((Decoded.Frame<MedisanaWeight>) decoded).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), weight.fields());
        WeightReading reading = new WeightReading(
                weight.weight().map(kilograms -> new Quantity(kilograms, UcumUnit.KILOGRAM)),
                weight.time().getYear() < FIRST_PLAUSIBLE_YEAR
                        ? Optional.empty()
                        : Optional.of(
                                DeviceTime.at(weight.time(), origin.context().place())),
                Optional.of(new UserSlot(weight.user())));
        return List.of(unstored.store(frame, reading.observations(origin, frame, unstored.number())));
    }
}
