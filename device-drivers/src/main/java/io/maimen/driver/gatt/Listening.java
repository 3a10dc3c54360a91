package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import java.util.List;

/** One characteristic that a driver listens to, and what its values mean. Immutable. */
record Listening<T>(Channel channel, SubscribeMode mode, CharacteristicDecoder<T> decoder, Meaning<T> meaning)
        implements Hearing {
    /** What a value says, as observations; none for a value that measures nothing. */
    interface Meaning<T> {
        /**
         * The observations of one value.
         *
         * @param number which value of its connection it is
         */
        List<Observation> of(T value, RawFrame frame, long number, Origin origin);
    }

    @Override
    public List<DriverAction> heard(Received received, Unstored unstored, Origin origin) {
        Decoded<CharacteristicDecoder.Noted<T>> read =
                decoder.noted(received.bytes().asBuffer());
        if (read instanceof Decoded.Refused<CharacteristicDecoder.Noted<T>> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        CharacteristicDecoder.Noted<T> noted = ((Decoded.Frame<CharacteristicDecoder.Noted<T>>) read).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), noted.fields());
        return List.of(unstored.store(frame, meaning.of(noted.value(), frame, unstored.number(), origin)));
    }
}
