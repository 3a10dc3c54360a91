package io.maimen.observation.wire.cddl;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type of CDDL: a set of items. */
@FunctionalInterface
interface CddlType {
    boolean matches(Cbor item);

    /** How often an entry of a map or array may stand there, and what it is. An entry with no key names no field. */
    record Entry(int least, int most, Optional<CddlType> key, CddlType value) {}

    static CddlType range(BigInteger least, BigInteger most) {
        return item -> item instanceof Cbor.Int integer
                && integer.value().compareTo(least) >= 0
                && integer.value().compareTo(most) <= 0;
    }

    static CddlType literal(String text) {
        return new Cbor.Text(text)::equals;
    }

    static CddlType choice(List<CddlType> choices) {
        return choices.size() == 1 ? choices.get(0) : item -> choices.stream().anyMatch(type -> type.matches(item));
    }

    static CddlType tag(long number, CddlType content) {
        return item -> item instanceof Cbor.Tag tag && tag.number() == number && content.matches(tag.content());
    }

    /** RFC 8610, section 3.8.1: bytes of a string. */
    static CddlType size(CddlType type, CddlType size) {
        return item -> type.matches(item)
                && item instanceof Cbor.ByteString string
                && size.matches(Cbor.Int.of(string.bytes().size()));
    }

    /** RFC 8610, section 3.8.3. */
    static CddlType regexp(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return item ->
                item instanceof Cbor.Text text && compiled.matcher(text.value()).matches();
    }

    /** RFC 8610, section 3.8.4: bytes that are an item themselves. */
    static CddlType embedded(CddlType content) {
        return item -> item instanceof Cbor.ByteString string && isItem(string.toArray(), content);
    }

    private static boolean isItem(byte[] bytes, CddlType content) {
        try {
            return content.matches(CborReader.read(bytes));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return false;
        }
    }

    /** Items in the order of the entries; each takes as many as it can. */
    static CddlType array(List<Entry> entries) {
        return item -> {
            if (!(item instanceof Cbor.Array array)) {
                return false;
            }
            List<Cbor> rest = new ArrayList<>(array.items());
            for (Entry entry : entries) {
                int taken = 0;
                while (!rest.isEmpty() && taken < entry.most() && entry.value().matches(rest.get(0))) {
                    rest.remove(0);
                    taken++;
                }
                if (taken < entry.least()) {
                    return false;
                }
            }
            return rest.isEmpty();
        };
    }

    /** A key belongs to the first entry that knows it ("cut", section 3.5.4): its value must be what that entry says. */
    static CddlType map(List<Entry> entries) {
        return item -> {
            if (!(item instanceof Cbor.Map map)) {
                return false;
            }
            List<Cbor.Entry> rest = new ArrayList<>(map.entries());
            if (rest.stream().map(Cbor.Entry::key).distinct().count() < rest.size()) {
                return false;
            }
            for (Entry entry : entries) {
                CddlType key = entry.key().orElseThrow();
                List<Cbor.Entry> own =
                        rest.stream().filter(pair -> key.matches(pair.key())).toList();
                if (own.size() < entry.least()
                        || own.size() > entry.most()
                        || !own.stream().allMatch(pair -> entry.value().matches(pair.value()))) {
                    return false;
                }
                rest.removeAll(own);
            }
            return rest.isEmpty();
        };
    }
}
