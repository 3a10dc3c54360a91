package io.maimen.observation.wire;

import io.maimen.observation.wire.cddl.Cbor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every way to change a message in one place; none looks into the items of an envelope, which are bytes to it. */
final class Mutations {
    private static final Cbor UNKNOWN_VALUE = new Cbor.Map(List.of(new Cbor.Entry(
            new Cbor.Text("of"), new Cbor.Array(List.of(new Cbor.Text("a newer"), new Cbor.Tag(1, Cbor.Int.of(2)))))));
    private static final List<Cbor> STRANGERS = List.of(
            new Cbor.Text("not this"),
            new Cbor.Text(""),
            Cbor.Int.of(-1),
            Cbor.Int.of(Long.MAX_VALUE),
            new Cbor.ByteString(List.of((byte) 0xFF)),
            new Cbor.Array(List.of(Cbor.Simple.TRUE)),
            new Cbor.Map(List.of()),
            new Cbor.FloatingPoint(5.0),
            Cbor.Simple.TRUE,
            Cbor.Simple.NULL);

    private Mutations() {}

    /** The message with a field in every map that no reader of this version knows. */
    static Cbor withUnknownFields(Cbor item) {
        if (item instanceof Cbor.Array array) {
            return new Cbor.Array(
                    array.items().stream().map(Mutations::withUnknownFields).toList());
        }
        if (item instanceof Cbor.Map map) {
            List<Cbor.Entry> entries = new ArrayList<>();
            entries.add(new Cbor.Entry(new Cbor.Text("aField"), UNKNOWN_VALUE));
            map.entries().forEach(entry -> entries.add(new Cbor.Entry(entry.key(), withUnknownFields(entry.value()))));
            entries.add(new Cbor.Entry(new Cbor.Text("anotherField"), Cbor.Simple.NULL));
            return new Cbor.Map(entries);
        }
        return item;
    }

    /** A key fewer, a key twice, or something of another kind in a value's place, at every place of the message. */
    static Stream<Cbor> ofOnePlace(Cbor item) {
        Stream<Cbor> here = STRANGERS.stream().filter(stranger -> !stranger.equals(item));
        return Stream.concat(here, below(item));
    }

    private static Stream<Cbor> below(Cbor item) {
        if (item instanceof Cbor.Map map) {
            List<Cbor.Entry> entries = map.entries();
            return indexes(entries).flatMap(i -> Stream.of(
                            Stream.of(without(entries, i), with(entries, entries.size(), entries.get(i))),
                            ofOnePlace(entries.get(i).value())
                                    .map(value -> new Cbor.Entry(entries.get(i).key(), value))
                                    .map(entry -> replaced(entries, i, entry)))
                    .flatMap(changes -> changes)
                    .map(Cbor.Map::new));
        }
        if (item instanceof Cbor.Array array) {
            return indexes(array.items())
                    .flatMap(i -> ofOnePlace(array.items().get(i)).map(it -> replaced(array.items(), i, it)))
                    .map(Cbor.Array::new);
        }
        if (item instanceof Cbor.Tag tag) {
            return Stream.concat(
                    ofOnePlace(tag.content()).map(content -> new Cbor.Tag(tag.number(), content)),
                    Stream.of(new Cbor.Tag(tag.number() + 1, tag.content()), tag.content()));
        }
        return Stream.empty();
    }

    private static Stream<Integer> indexes(List<?> list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1);
    }

    private static <T> List<T> without(List<T> list, int index) {
        return changed(list, copy -> {
            copy.remove(index);
            return copy;
        });
    }

    private static <T> List<T> with(List<T> list, int index, T element) {
        return changed(list, copy -> {
            copy.add(index, element);
            return copy;
        });
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        return changed(list, copy -> {
            copy.set(index, element);
            return copy;
        });
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<List<T>> change) {
        return change.apply(new ArrayList<>(list));
    }
}
