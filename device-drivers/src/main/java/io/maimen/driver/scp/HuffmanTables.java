package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.driver.scp.HuffmanTable.Code;
import io.maimen.driver.scp.HuffmanTable.Meaning;
import io.maimen.observation.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * How the samples of a file are coded (ISO 11073-91064 section 2): by the default table, or by tables of its own, of which a code may say
 * that the next codes are another one's. Each lead begins with the first. Immutable.
 */
record HuffmanTables(List<HuffmanTable> tables) {
    /** What stands instead of a number of tables where the default one is used. */
    private static final int STANDARD_TABLE = 19_999;

    private static final int MOST_TABLES = 64;
    private static final int MOST_PREFIX_BITS = 32;
    private static final int MOST_LITERAL_BITS = 32;

    /** Bits that fill up a lead's last byte, and its last pair of bytes. */
    private static final int FILLING_BITS = 16;

    HuffmanTables {
        tables = List.copyOf(tables);
    }

    static HuffmanTables read(SectionReader section) throws RefusedFile {
        int at = section.position();
        int count = section.unsigned16();
        if (count == STANDARD_TABLE) {
            return new HuffmanTables(List.of(HuffmanTable.standard()));
        }
        if (count == 0 || count > MOST_TABLES) {
            throw refused(at, "number of Huffman tables must be 1 to " + MOST_TABLES + " or 19999 but was " + count);
        }
        List<HuffmanTable> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = section.position();
            int codes = section.unsigned16();
            List<Code> table = new ArrayList<>();
            for (int j = 0; j < codes; j++) {
                table.add(code(section, count));
            }
            tables.add(HuffmanTable.of(table, start));
        }
        return new HuffmanTables(tables);
    }

    private static Code code(SectionReader section, int tables) throws RefusedFile {
        int at = section.position();
        int prefixBits = section.unsigned8();
        int literalBits = section.unsigned8() - prefixBits;
        boolean switches = section.unsigned8() == 0;
        int value = section.signed16();
        long prefix = section.unsigned32();
        if (prefixBits < 1 || prefixBits > MOST_PREFIX_BITS || literalBits < 0 || literalBits > MOST_LITERAL_BITS) {
            throw refused(
                    at,
                    "a Huffman code must have a prefix of 1 to 32 bits and up to 32 more but had " + prefixBits
                            + " and " + literalBits);
        }
        if (switches && (literalBits != 0 || value < 1 || value > tables)) {
            throw refused(at, "a Huffman code must switch to table 1 to " + tables + " but was " + value);
        }
        if (literalBits != 0 && value != 0) {
            throw refused(at, "a Huffman code followed by the value itself must have base value 0 but was " + value);
        }
        return new Code(prefixBits, prefix, new Meaning(literalBits, switches, value));
    }

    /** Exactly {@code count} numbers of what is left in {@code lead}; no more than {@code lead} has bits. */
    Samples decode(SectionReader lead, int count) throws RefusedFile {
        int at = lead.position();
        BitReader bits = lead.bits();
        int[] samples = new int[(int) Math.min(count, bits.remaining())];
        HuffmanTable table = tables.get(0);
        int read = 0;
        while (read < count) {
            Meaning meaning = table.next(bits).orElse(null);
            if (meaning == null) {
                throw new RefusedFile(
                        "SCP-012",
                        at,
                        "a lead's bits must be " + count + " codes of its Huffman table but only " + read
                                + " were; export the recording again");
            }
            if (meaning.switches()) {
                table = tables.get(meaning.value() - 1);
            } else {
                samples[read++] = meaning.literalBits() == 0 ? meaning.value() : bits.signed(meaning.literalBits());
            }
        }
        if (bits.remaining() >= FILLING_BITS) {
            throw new RefusedFile(
                    "SCP-013",
                    at,
                    "a lead must end with its " + count + " samples but " + bits.remaining()
                            + " bits follow; export the recording again");
        }
        return Samples.of(samples);
    }

    private static RefusedFile refused(int at, String reason) {
        return new RefusedFile("SCP-011", at, reason + "; ask the cart's maker");
    }
}
