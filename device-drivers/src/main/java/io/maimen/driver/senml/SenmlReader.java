package io.maimen.driver.senml;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.message.MessageReader;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.ArrayList;
import java.util.List;

/** Every message is a pack; one that holds anything unreadable is refused whole. Stateless. */
final class SenmlReader implements MessageReader {
    private final MeasurementReader reader;
    private final MeasurementObservations meaning;

    SenmlReader(DeviceContext context) {
        SenmlOptions options = SenmlOptions.of(context.options());
        reader = new MeasurementReader(options);
        meaning = new MeasurementObservations(context.device(), context.connection(), options.simulated());
    }

    @Override
    public Decoded<Reading> read(Received message, long number) {
        try {
            SenmlPack pack = SenmlPack.read(message.bytes().toArray());
            RawFrame frame = new RawFrame(message.bytes(), message.at(), shown(pack));
            List<Observation> observations = new ArrayList<>();
            for (Measurement measurement : reader.read(pack)) {
                observations.addAll(meaning.of(measurement, frame));
            }
            return new Decoded.Frame<>(new Reading(frame, observations));
        } catch (PackRefusal e) {
            return new Decoded.Refused<>(e.error());
        }
    }

    /** A pack of many records shows the first of its fields, as far as a frame may have them. */
    private static List<FrameField> shown(SenmlPack pack) {
        return pack.fields().stream().limit(RawFrame.MOST_FIELDS).toList();
    }
}
