package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.RawFrame;
import java.time.Instant;
import java.util.List;

/**
 * One cuff over one connection: asks for indications, sets the clock, and stores what is indicated. The
 * transport has told the cuff already, so a reading that could not be stored is tried again as long as we have it.
 * Confined to its session's thread.
 */
final class BloodPressureProtocol implements DeviceProtocol {
    private final Introduction introduction;
    private final BloodPressureObservations observations;
    private final BloodPressureDecoder decoder;
    private final Unstored unstored = new Unstored();

    BloodPressureProtocol(Introduction introduction) {
        this.introduction = introduction;
        observations = new BloodPressureObservations(introduction.origin());
        decoder = new BloodPressureDecoder(introduction.cuffLayout());
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            return subscribe(connected.at());
        }
        if (event instanceof Received received) {
            return received(received);
        }
        // A cuff without a settable clock has its own, and one that does not show how it inflates is none the worse.
        if (event instanceof WriteFailed failed) {
            return failed.channel().equals(Characteristic.BLOOD_PRESSURE_MEASUREMENT)
                    ? List.of(
                            new Close("GATT-010 indications of 2A35 must be enabled but were not: " + failed.reason()))
                    : List.of();
        }
        return unstored.on(event);
    }

    private List<DriverAction> subscribe(Instant at) {
        DateTime now =
                DateTime.of(at.atZone(introduction.origin().context().place()).toLocalDateTime());
        return List.of(
                new Subscribe(Characteristic.BLOOD_PRESSURE_MEASUREMENT, SubscribeMode.INDICATE),
                new Subscribe(Characteristic.INTERMEDIATE_CUFF_PRESSURE, SubscribeMode.NOTIFY),
                new Write(Characteristic.DATE_TIME, now.bytes()));
    }

    private List<DriverAction> received(Received received) {
        if (received.channel().equals(Characteristic.INTERMEDIATE_CUFF_PRESSURE)) {
            return inflating(received);
        }
        return received.channel().equals(Characteristic.BLOOD_PRESSURE_MEASUREMENT) ? indicated(received) : List.of();
    }

    /** The pressure in the cuff while it measures: of a moment, and nobody's blood pressure, so it is not kept. */
    private static List<DriverAction> inflating(Received received) {
        return IntermediateCuffPressure.DECODER.read(received.bytes().asBuffer())
                        instanceof Decoded.Refused<IntermediateCuffPressure> refused
                ? List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())))
                : List.of();
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
