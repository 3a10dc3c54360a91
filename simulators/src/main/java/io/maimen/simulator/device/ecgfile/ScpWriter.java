package io.maimen.simulator.device.ecgfile;

import io.maimen.observation.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * An examination as SCP-ECG (EN 1064): sections 0, 1, 2, 3 and 6, second differences in the default Huffman table. Numbers are
 * little-endian. Stateless.
 */
final class ScpWriter {
    private static final int HEADER_BYTES = 16;
    private static final int POINTER_BYTES = 10;
    /** Check value and length of the file, before section 0. */
    private static final int FILE_HEADER_BYTES = 6;

    private static final int SECTIONS = 12;
    private static final int PROTOCOL_VERSION = 20;
    private static final int DEFAULT_TABLE = 19_999;
    private static final int SECOND_DIFFERENCES = 2;
    private static final int ALL_AT_ONCE = 0b100;
    /** The default table has codes of their own for numbers up to this. */
    private static final int MOST_SMALL = 8;

    private static final int TAG_PATIENT = 2;
    private static final int TAG_DEVICE = 14;
    private static final int TAG_DATE = 25;
    private static final int TAG_TIME = 26;
    private static final int TAG_END = 255;

    private ScpWriter() {}

    static byte[] file(Examination examination) {
        List<byte[]> bodies = new ArrayList<>();
        bodies.add(patient(examination));
        bodies.add(bytes(little(2).putShort((short) DEFAULT_TABLE)));
        bodies.add(leads(examination));
        bodies.add(new byte[0]);
        bodies.add(new byte[0]);
        bodies.add(rhythm(examination));
        ByteArrayOutputStream sections = new ByteArrayOutputStream();
        ByteBuffer pointers = little(SECTIONS * POINTER_BYTES);
        int table = HEADER_BYTES + pointers.capacity();
        pointer(pointers, 0, table, FILE_HEADER_BYTES + 1);
        for (int id = 1; id < SECTIONS; id++) {
            byte[] body = id <= bodies.size() ? bodies.get(id - 1) : new byte[0];
            int at = FILE_HEADER_BYTES + table + sections.size() + 1;
            pointer(pointers, id, body.length == 0 ? 0 : HEADER_BYTES + body.length, body.length == 0 ? 0 : at);
            if (body.length > 0) {
                sections.writeBytes(section(id, "\0\0\0\0\0\0", body));
            }
        }
        byte[] first = section(0, "SCPECG", bytes(pointers));
        ByteBuffer file = little(FILE_HEADER_BYTES + first.length + sections.size());
        file.putShort((short) 0).putInt(file.capacity()).put(first).put(sections.toByteArray());
        return checked(file);
    }

    private static void pointer(ByteBuffer pointers, int id, int length, int index) {
        pointers.putShort((short) id).putInt(length).putInt(index);
    }

    private static byte[] section(int id, String reserved, byte... body) {
        int length = HEADER_BYTES + body.length;
        // Sections have an even length.
        ByteBuffer section = little(length + length % 2);
        section.putShort((short) 0).putShort((short) id).putInt(section.capacity());
        section.put((byte) PROTOCOL_VERSION).put((byte) PROTOCOL_VERSION);
        section.put(reserved.getBytes(StandardCharsets.US_ASCII)).put(body);
        return checked(section);
    }

    /** With the check value over all bytes after it in its first two. */
    private static byte[] checked(ByteBuffer bytes) {
        int crc = 0xFFFF;
        for (int i = Short.BYTES; i < bytes.capacity(); i++) {
            crc ^= Byte.toUnsignedInt(bytes.get(i)) << Byte.SIZE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc << 1 ^ ((crc & 0x8000) == 0 ? 0 : 0x1021)) & 0xFFFF;
            }
        }
        return bytes(bytes.putShort(0, (short) crc));
    }

    private static byte[] patient(Examination examination) {
        LocalDateTime at = examination.startedAt();
        ByteArrayOutputStream tags = new ByteArrayOutputStream();
        tag(tags, TAG_PATIENT, (examination.patient() + "\0").getBytes(StandardCharsets.US_ASCII));
        tag(tags, TAG_DEVICE, new byte[38]);
        tag(
                tags,
                TAG_DATE,
                bytes(little(4)
                        .putShort((short) at.getYear())
                        .put((byte) at.getMonthValue())
                        .put((byte) at.getDayOfMonth())));
        tag(tags, TAG_TIME, (byte) at.getHour(), (byte) at.getMinute(), (byte) at.getSecond());
        tag(tags, TAG_END);
        return even(tags);
    }

    private static void tag(ByteArrayOutputStream tags, int tag, byte... value) {
        tags.write(tag);
        tags.write(value.length);
        tags.write(value.length >> Byte.SIZE);
        tags.writeBytes(value);
    }

    private static byte[] leads(Examination examination) {
        int count = examination.leads().size();
        ByteBuffer leads = little(2 + 9 * count);
        leads.put((byte) count).put((byte) (ALL_AT_ONCE | count << 3));
        examination.leads().forEach((lead, samples) -> leads.putInt(1)
                .putInt(samples.size())
                .put((byte) lead.number()));
        return bytes(leads);
    }

    private static byte[] rhythm(Examination examination) {
        List<byte[]> coded =
                examination.leads().values().stream().map(ScpWriter::coded).toList();
        ByteBuffer lengths = little(6 + 2 * coded.size());
        lengths.putShort((short) Examination.NANOVOLTS_PER_STEP).putShort((short) Examination.INTERVAL_MICROS);
        lengths.put((byte) SECOND_DIFFERENCES).put((byte) 0);
        coded.forEach(lead -> lengths.putShort((short) lead.length));
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.writeBytes(bytes(lengths));
        coded.forEach(section::writeBytes);
        return even(section);
    }

    private static byte[] coded(Samples samples) {
        BitWriter bits = new BitWriter();
        for (int i = 0; i < samples.size(); i++) {
            int expected = i < SECOND_DIFFERENCES ? 0 : 2 * samples.get(i - 1) - samples.get(i - 2);
            code(bits, samples.get(i) - expected);
        }
        return bits.bytes();
    }

    /** 0 is {@code 0}; n up to 8 is n ones, a zero and its sign; larger ones follow nine ones and a zero, or ten ones. */
    private static void code(BitWriter bits, int number) {
        int size = Math.abs(number);
        if (size == 0) {
            bits.write(0, 1);
        } else if (size <= MOST_SMALL) {
            bits.write((1 << size) - 1, size);
            bits.write(number < 0 ? 1 : 0, 2);
        } else if (number == (byte) number) {
            bits.write(0b11_1111_1110, 10);
            bits.write(number, Byte.SIZE);
        } else {
            bits.write(0b11_1111_1111, 10);
            bits.write(number, Short.SIZE);
        }
    }

    private static byte[] even(ByteArrayOutputStream bytes) {
        if (bytes.size() % 2 == 1) {
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All that a buffer has room for. */
    private static byte[] bytes(ByteBuffer buffer) {
        byte[] all = new byte[buffer.capacity()];
        buffer.get(0, all);
        return all;
    }
}
