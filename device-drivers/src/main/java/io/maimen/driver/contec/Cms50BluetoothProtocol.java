package io.maimen.driver.contec;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.LiveOximeter;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.RawFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** One CMS50D-BT: asked again every second, or it falls silent. Confined to the session's thread. */
final class Cms50BluetoothProtocol implements DeviceProtocol {
    static final Channel NOTIFICATIONS = new Channel("0000ff02-0000-1000-8000-00805f9b34fb");
    static final Write ASK = new Write(
            new Channel("0000ff01-0000-1000-8000-00805f9b34fb"), Bytes.of((byte) 0x9B, (byte) 0x01, (byte) 0x1C));
    static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private static final int MISSING_RATE = 0xFF;
    private static final int MISSING_SATURATION = 0x7F;

    private final Unstored unstored = new Unstored();
    private final LiveOximeter<BluetoothFrame.Values> oximeter;

    Cms50BluetoothProtocol(DeviceContext context) {
        oximeter = new LiveOximeter<>(
                Origin.of(context, Cms50BluetoothDriver.REF),
                unstored,
                1,
                Cms50BluetoothProtocol::meaning,
                BluetoothFrame.Values::fields);
    }

    /** No capture is without a finger; what the maker's other oximeters say then is a number nobody has. */
    private static OximeterReading meaning(BluetoothFrame.Values values) {
        return new OximeterReading(
                unlessMissing(values.saturation(), MISSING_SATURATION),
                unlessMissing(values.pulseRate(), MISSING_RATE),
                DataAbsentReason.TEMPORARILY_UNKNOWN,
                Set.of());
    }

    private static OptionalInt unlessMissing(int value, int missing) {
        return value == missing ? OptionalInt.empty() : OptionalInt.of(value);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(new Subscribe(NOTIFICATIONS, SubscribeMode.NOTIFY), ASK, new Wake(ASK_AGAIN));
        }
        if (event instanceof Received received) {
            return received(received);
        }
        List<DriverAction> again = unstored.on(event);
        if (event instanceof Elapsed) {
            List<DriverAction> actions = new ArrayList<>(again);
            actions.add(ASK);
            actions.add(new Wake(ASK_AGAIN));
            return actions;
        }
        return event instanceof Disconnected ? again : List.of();
    }

    private List<DriverAction> received(Received received) {
        Decoded<BluetoothFrame> decoded = BluetoothFrame.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<BluetoothFrame> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        return ((Decoded.Frame<BluetoothFrame>) decoded).frame() instanceof BluetoothFrame.Values values
                ? oximeter.on(new Piece<>(new Decoded.Frame<>(values), received.bytes()), received.at())
                : List.of();
    }
}
