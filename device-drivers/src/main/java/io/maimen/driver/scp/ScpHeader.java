package io.maimen.driver.scp;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of an SCP-ECG file (ISO 11073-91064 section 5.2): a check value and the file's length, then section 0, the
 * table of pointers to the others. All numbers little-endian. Immutable.
 *
 * @param crc of the file, over all bytes after it
 * @param fileBytes length of the file, as it says itself
 * @param table section 0's own header
 * @param pointers to the sections, in the order of the table; those of length 0 are absent
 */
record ScpHeader(int crc, long fileBytes, SectionHeader table, List<Pointer> pointers) {
    static final int TABLE_OFFSET = 6;
    static final int SECTION_HEADER_BYTES = 16;
    static final int POINTER_BYTES = 10;
    private static final int CRC_BYTES = 2;
    private static final int MOST_POINTERS = 1024;

    /** The header every section begins with; {@code length} includes its 16 bytes. */
    record SectionHeader(int crc, int id, long length, int version, int protocol) {}

    /** Where a section lies; {@code index} counts bytes from 1. */
    record Pointer(int id, long length, long index) {}

    ScpHeader {
        pointers = List.copyOf(pointers);
    }

    /** Reads header and table; the rest of the file is checked against the header's check value where it is all there. */
    static Decoded<ScpHeader> read(ByteBuffer bytes) {
        ByteBuffer file = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (file.limit() < TABLE_OFFSET + SECTION_HEADER_BYTES) {
            return Decoded.refused("SCP-001", file.limit(), "file must have a header and a section 0, is truncated");
        }
        int crc = unsigned16(file, 0);
        long fileBytes = unsigned32(file, 2);
        SectionHeader table = section(file, TABLE_OFFSET);
        if (table.id() != 0) {
            return Decoded.refused("SCP-002", TABLE_OFFSET + 2, "section 0 must come first but was " + table.id());
        }
        long pointerBytes = table.length() - SECTION_HEADER_BYTES;
        if (pointerBytes < 0 || pointerBytes / POINTER_BYTES > MOST_POINTERS) {
            return Decoded.refused(
                    "SCP-003",
                    TABLE_OFFSET + 4,
                    "length of section 0 must be 16 and 10 for each of at most " + MOST_POINTERS + " sections but was "
                            + table.length());
        }
        int end = (int) (TABLE_OFFSET + table.length());
        if (file.limit() < end) {
            return Decoded.refused("SCP-001", file.limit(), "section 0 must be whole, is truncated");
        }
        int tableCrc = Checksum.crc16Ccitt(file.slice(TABLE_OFFSET + CRC_BYTES, (int) table.length() - CRC_BYTES));
        if (tableCrc != table.crc()) {
            return mismatch("SCP-004", TABLE_OFFSET, "section 0", tableCrc, table.crc());
        }
        if (file.limit() == fileBytes) {
            int fileCrc = Checksum.crc16Ccitt(file.slice(CRC_BYTES, file.limit() - CRC_BYTES));
            if (fileCrc != crc) {
                return mismatch("SCP-005", 0, "the file", fileCrc, crc);
            }
        }
        return new Decoded.Frame<>(new ScpHeader(crc, fileBytes, table, pointers(file, end)));
    }

    private static <T> Decoded<T> mismatch(String code, int offset, String of, int computed, int sent) {
        return Decoded.refused(
                code, offset, String.format("check value of %s must be %04X but was %04X", of, computed, sent));
    }

    private static SectionHeader section(ByteBuffer file, int at) {
        return new SectionHeader(
                unsigned16(file, at),
                unsigned16(file, at + 2),
                unsigned32(file, at + 4),
                Byte.toUnsignedInt(file.get(at + 8)),
                Byte.toUnsignedInt(file.get(at + 9)));
    }

    private static List<Pointer> pointers(ByteBuffer file, int end) {
        List<Pointer> pointers = new ArrayList<>();
        for (int at = TABLE_OFFSET + SECTION_HEADER_BYTES; at + POINTER_BYTES <= end; at += POINTER_BYTES) {
            pointers.add(new Pointer(unsigned16(file, at), unsigned32(file, at + 2), unsigned32(file, at + 6)));
        }
        return pointers;
    }

    private static int unsigned16(ByteBuffer file, int at) {
        return Short.toUnsignedInt(file.getShort(at));
    }

    private static long unsigned32(ByteBuffer file, int at) {
        return Integer.toUnsignedLong(file.getInt(at));
    }
}
