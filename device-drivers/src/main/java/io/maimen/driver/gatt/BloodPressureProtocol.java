package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One cuff over one connection: reads the model, asks for indications, sets the clock, and stores what is indicated. The
 * transport has told the cuff already, so a reading that could not be stored is tried again as long as we have it.
 * Confined to its session's thread.
 */
final class BloodPressureProtocol implements DeviceProtocol {
    private final DeviceContext context;
    private final BloodPressureObservations observations;
    private final Unstored unstored = new Unstored();
    private BloodPressureDecoder decoder = new BloodPressureDecoder(CuffLayout.STANDARD);
    private Instant connectedAt = Instant.EPOCH;
    private boolean subscribed;

    BloodPressureProtocol(DeviceContext context, boolean simulated) {
        this.context = context;
        this.observations = new BloodPressureObservations(context, simulated);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            connectedAt = connected.at();
            return List.of(new Read(Characteristic.MODEL_NUMBER));
        }
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof WriteFailed failed) {
            return failed(failed);
        }
        return unstored.on(event);
    }

    private List<DriverAction> received(Received received) {
        Channel channel = received.channel();
        if (channel.equals(Characteristic.MODEL_NUMBER)) {
            decoder = new BloodPressureDecoder(CuffLayout.ofModel(text(received.bytes())));
            return subscribe();
        }
        return channel.equals(Characteristic.BLOOD_PRESSURE_MEASUREMENT) ? indicated(received) : List.of();
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    /** A cuff without a model number is an ordinary one, and one without a settable clock has its own. */
    private List<DriverAction> failed(WriteFailed failed) {
        if (failed.channel().equals(Characteristic.MODEL_NUMBER)) {
            return subscribe();
        }
        return failed.channel().equals(Characteristic.BLOOD_PRESSURE_MEASUREMENT)
                ? List.of(new Close("GATT-010 indications of 2A35 must be enabled but were not: " + failed.reason()))
                : List.of();
    }

    private List<DriverAction> subscribe() {
        if (subscribed) {
            return List.of();
        }
        subscribed = true;
        DateTime now = DateTime.of(connectedAt.atZone(context.place()).toLocalDateTime());
        return List.of(
                new Subscribe(Characteristic.BLOOD_PRESSURE_MEASUREMENT, SubscribeMode.INDICATE),
                new Write(Characteristic.DATE_TIME, now.bytes()));
    }

    private List<DriverAction> indicated(Received received) {
        Decoded<BloodPressureDecoder.Reading> decoded =
                decoder.read(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<BloodPressureDecoder.Reading> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        BloodPressureDecoder.Reading reading = ((Decoded.Frame<BloodPressureDecoder.Reading>) decoded).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), reading.fields());
        return List.of(unstored.store(frame, observations.of(reading.measurement(), frame, unstored.number())));
    }
}
