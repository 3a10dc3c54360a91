package io.maimen.driver.scp;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.recording.RefusedFile;
import io.maimen.driver.scp.ScpHeader.Pointer;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A whole file whose check values are right, divided into its sections. Immutable. */
final class ScpFile {
    static final int ACQUISITION = 1;
    static final int HUFFMAN = 2;
    static final int LEADS = 3;
    static final int REFERENCE_PLACES = 4;
    static final int REFERENCE_BEAT = 5;
    static final int RHYTHM = 6;

    private static final int CRC_BYTES = 2;

    private final ByteBuffer file;
    private final ScpHeader header;
    private final Map<Integer, Pointer> pointers = new HashMap<>();

    private ScpFile(ByteBuffer file, ScpHeader header) {
        this.file = file;
        this.header = header;
    }

    static ScpFile read(Bytes bytes) throws RefusedFile {
        ByteBuffer buffer = bytes.asBuffer().order(ByteOrder.LITTLE_ENDIAN);
        Decoded<ScpHeader> read = ScpHeader.read(buffer);
        if (read instanceof Decoded.Refused<ScpHeader> refused) {
            throw new RefusedFile(
                    refused.error().code(),
                    refused.error().offset(),
                    refused.error().reason());
        }
        ScpFile file = new ScpFile(buffer, ((Decoded.Frame<ScpHeader>) read).frame());
        if (file.header.fileBytes() != bytes.size()) {
            throw new RefusedFile(
                    "SCP-006",
                    2,
                    "file must have the " + file.header.fileBytes() + " bytes it says but had " + bytes.size()
                            + "; copy it again");
        }
        for (Pointer pointer : file.header.pointers()) {
            if (pointer.id() != 0 && pointer.length() > 0) {
                file.add(pointer);
            }
        }
        return file;
    }

    ScpHeader header() {
        return header;
    }

    private void add(Pointer pointer) throws RefusedFile {
        long start = pointer.index() - 1;
        if (pointer.length() < ScpHeader.SECTION_HEADER_BYTES
                || start < ScpHeader.TABLE_OFFSET
                || start + pointer.length() > file.limit()
                || pointers.putIfAbsent(pointer.id(), pointer) != null) {
            throw new RefusedFile(
                    "SCP-007",
                    ScpHeader.TABLE_OFFSET,
                    "every section must lie in the file, once, but section " + pointer.id() + " of " + pointer.length()
                            + " bytes was said to be at " + pointer.index() + "; export the recording again");
        }
        int at = (int) start;
        int id = Short.toUnsignedInt(file.getShort(at + CRC_BYTES));
        long length = Integer.toUnsignedLong(file.getInt(at + 2 * CRC_BYTES));
        if (id != pointer.id() || length != pointer.length()) {
            throw new RefusedFile(
                    "SCP-008",
                    at + CRC_BYTES,
                    "section " + pointer.id() + " of " + pointer.length()
                            + " bytes must stand where the table says but it was " + id + " of " + length
                            + "; export the recording again");
        }
        int sent = Short.toUnsignedInt(file.getShort(at));
        int computed = Checksum.crc16Ccitt(file.slice(at + CRC_BYTES, (int) length - CRC_BYTES));
        if (sent != computed) {
            throw new RefusedFile(
                    "SCP-009",
                    at,
                    String.format("check value of section %d must be %04X but was %04X", id, computed, sent));
        }
    }

    /** What a section says after its header; empty where the file has none. */
    Optional<SectionReader> section(int id) {
        return Optional.ofNullable(pointers.get(id)).map(pointer -> {
            int start = (int) pointer.index() - 1 + ScpHeader.SECTION_HEADER_BYTES;
            int length = (int) pointer.length() - ScpHeader.SECTION_HEADER_BYTES;
            return new SectionReader(id, start, file.slice(start, length));
        });
    }

    /** The same for a section without which nothing can be read. */
    SectionReader required(int id) throws RefusedFile {
        return section(id)
                .orElseThrow(() -> new RefusedFile(
                        "SCP-021",
                        ScpHeader.TABLE_OFFSET,
                        "file must have section " + id + " but had " + pointers.keySet()
                                + "; set the cart to export the whole recording"));
    }
}
