package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import java.util.List;
import java.util.Optional;

/**
 * The codes of one table as a tree (ISO 11073-91064 annex C.2.7): from the root, a bit leads to one of two children, a code ends at a
 * leaf. Immutable once made; may be shared.
 */
final class HuffmanTable {
    /** A code without further bits. */
    private static final int NO_BITS = 0;

    /** For samples of seldom size the default table holds them as they are, in this many bits after the prefix. */
    private static final int[] LITERAL_BITS = {8, 16};

    private static final int MOST_SMALL = 8;

    private final Node root = new Node();

    /**
     * What a prefix means.
     *
     * @param literalBits how many bits of the value itself follow; 0 where the prefix says it all
     * @param switches whether {@code value} is not a sample but the number, from 1, of the table that the next codes are of
     */
    record Meaning(int literalBits, boolean switches, int value) {}

    /** A code: the bits of its prefix, the first as the lowest of {@code prefix}. */
    record Code(int prefixBits, long prefix, Meaning meaning) {}

    private static final class Node {
        private final Node[] children = new Node[2];
        private Optional<Meaning> meaning = Optional.empty();
    }

    /** A tree of these codes, none of which may begin with another. */
    static HuffmanTable of(List<Code> codes, int offset) throws RefusedFile {
        HuffmanTable table = new HuffmanTable();
        for (Code code : codes) {
            if (!table.add(code)) {
                throw new RefusedFile(
                        "SCP-011",
                        offset,
                        "codes of a Huffman table must not begin with one another but prefix " + code.prefix() + " of "
                                + code.prefixBits() + " bits did; ask the cart's maker");
            }
        }
        return table;
    }

    /** The default table, number 19999: 0 is one bit, 1 to 8 and their negatives two to ten, all else is written out. */
    static HuffmanTable standard() {
        HuffmanTable table = new HuffmanTable();
        table.add(new Code(1, 0, new Meaning(NO_BITS, false, 0)));
        for (int size = 1; size <= MOST_SMALL; size++) {
            int length = size + 2;
            long ones = (1L << size) - 1;
            table.add(new Code(length, ones, new Meaning(NO_BITS, false, size)));
            table.add(new Code(length, ones | 1L << (length - 1), new Meaning(NO_BITS, false, -size)));
        }
        int length = MOST_SMALL + 2;
        for (int i = 0; i < LITERAL_BITS.length; i++) {
            long ones = (1L << (length - 1)) - 1;
            table.add(new Code(length, ones | (long) i << (length - 1), new Meaning(LITERAL_BITS[i], false, 0)));
        }
        return table;
    }

    private boolean add(Code code) {
        Node at = root;
        for (int i = 0; i < code.prefixBits(); i++) {
            if (at.meaning.isPresent()) {
                return false;
            }
            int bit = (int) (code.prefix() >> i & 1);
            if (at.children[bit] == null) {
                at.children[bit] = new Node();
            }
            at = at.children[bit];
        }
        boolean free = at.meaning.isEmpty() && at.children[0] == null && at.children[1] == null;
        at.meaning = Optional.of(code.meaning());
        return free;
    }

    /** The next code; empty where the bits are none, or end before it does. */
    Optional<Meaning> next(BitReader bits) {
        Node at = root;
        while (at.meaning.isEmpty()) {
            Node child = bits.remaining() == 0 ? null : at.children[bits.bit()];
            if (child == null) {
                return Optional.empty();
            }
            at = child;
        }
        return bits.remaining() < at.meaning.get().literalBits() ? Optional.empty() : at.meaning;
    }
}
