package io.maimen.driver.gatt;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the value of one characteristic. Stateless; may be shared.
 *
 * @param reader walks over the value, whatever its length, and gives what it says or why it says nothing
 */
record CharacteristicDecoder<T>(String name, Function<Cursor, Decoded<T>> reader) implements FrameDecoder {
    /** What a value says, and where each part of it stands. */
    record Noted<T>(T value, List<FrameField> fields) {}

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<Noted<T>> read = noted(bytes);
        return read instanceof Decoded.Frame<Noted<T>> frame
                ? new Decoded.Frame<>(new DecodedFrame(name, frame.frame().fields()))
                : new Decoded.Refused<>(((Decoded.Refused<Noted<T>>) read).error());
    }

    /** What the value says with its places, under the same conditions as {@link #decode}. */
    Decoded<Noted<T>> noted(ByteBuffer bytes) {
        Cursor cursor = Cursor.noting(bytes);
        Decoded<T> read = reader.apply(cursor);
        return read instanceof Decoded.Frame<T> frame
                ? new Decoded.Frame<>(new Noted<>(frame.frame(), cursor.fields()))
                : new Decoded.Refused<>(((Decoded.Refused<T>) read).error());
    }

    /** What the value says, under the same conditions as {@link #decode}. */
    Decoded<T> read(ByteBuffer bytes) {
        return reader.apply(Cursor.over(bytes));
    }
}
