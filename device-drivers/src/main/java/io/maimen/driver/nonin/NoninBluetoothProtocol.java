package io.maimen.driver.nonin;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.frame.FrameStream.Piece;
import io.maimen.driver.reading.LiveOximeter;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.OximeterReading;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.RawFrame;
import java.util.List;
import java.util.Set;

/** One oximeter over Nonin's own Bluetooth LE service: a reading a notification. Confined to the session's thread. */
final class NoninBluetoothProtocol implements DeviceProtocol {
    static final Channel SAMPLES = new Channel("0aad7ea0-0d60-11e2-8e3c-0002a5d5c51b");

    private final Unstored unstored = new Unstored();
    private final LiveOximeter<BluetoothSample> oximeter;

    NoninBluetoothProtocol(DeviceContext context) {
        oximeter = new LiveOximeter<>(
                Origin.of(context, NoninBluetoothDriver.REF),
                unstored,
                1,
                sample -> new OximeterReading(
                        sample.saturation(), sample.rate(), DataAbsentReason.TEMPORARILY_UNKNOWN, Set.of()),
                BluetoothSample::fields);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return List.of(new Subscribe(SAMPLES, SubscribeMode.NOTIFY));
        }
        if (event instanceof Received received) {
            return received.channel().equals(SAMPLES) ? received(received) : List.of();
        }
        if (event instanceof WriteFailed failed && failed.channel().equals(SAMPLES)) {
            return List.of(new Close("OXI-012 the oximeter must be listened to but could not be: " + failed.reason()));
        }
        return unstored.on(event);
    }

    private List<DriverAction> received(Received received) {
        Decoded<BluetoothSample> sample = BluetoothSample.read(received.bytes().asBuffer());
        return sample instanceof Decoded.Refused<BluetoothSample> refused
                ? List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())))
                : oximeter.on(new Piece<>(sample, received.bytes()), received.at());
    }
}
