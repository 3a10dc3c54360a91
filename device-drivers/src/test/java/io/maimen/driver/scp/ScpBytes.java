package io.maimen.driver.scp;

import io.maimen.driver.frame.Checksum;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An SCP-ECG file out of the bytes of its sections: pointers, headers and check values are added. */
final class ScpBytes {
    private static final int HEADER = 16;
    private static final int POINTER = 10;

    private final Map<Integer, byte[]> sections = new TreeMap<>();

    ScpBytes section(int id, byte... body) {
        sections.put(id, body);
        return this;
    }

    ScpBytes without(int id) {
        sections.remove(id);
        return this;
    }

    byte[] file() {
        int table = HEADER + POINTER * (1 + sections.size());
        ByteBuffer pointers = little(POINTER * (1 + sections.size()));
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        pointers.putShort((short) 0).putInt(table).putInt(7);
        sections.forEach((id, body) -> {
            int length = HEADER + body.length;
            pointers.putShort(id.shortValue()).putInt(length).putInt(6 + table + rest.size() + 1);
            rest.writeBytes(section(id, "\0\0\0\0\0\0", body));
        });
        byte[] first = section(0, "SCPECG", bytes(pointers));
        ByteBuffer file = little(6 + first.length + rest.size());
        file.putShort((short) 0).putInt(file.capacity()).put(first).put(rest.toByteArray());
        return bytes(file.putShort(0, (short) Checksum.crc16Ccitt(file.slice(2, file.capacity() - 2))));
    }

    private static byte[] section(int id, String reserved, byte... body) {
        ByteBuffer section = little(HEADER + body.length);
        section.putShort((short) 0).putShort((short) id).putInt(section.capacity());
        section.put((byte) 20)
                .put((byte) 20)
                .put(reserved.getBytes(StandardCharsets.US_ASCII))
                .put(body);
        return bytes(section.putShort(0, (short) Checksum.crc16Ccitt(section.slice(2, section.capacity() - 2))));
    }

    /** All that a buffer has room for. */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] all = new byte[buffer.capacity()];
        buffer.get(0, all);
        return all;
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Numbers as 16 bits each. */
    static byte[] words(int... words) {
        ByteBuffer bytes = little(2 * words.length);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes(bytes);
    }

    /** Bytes written as zeros and ones; blanks for the eye, the last byte filled with zeros. */
    static byte[] bits(String bits) {
        String dense = bits.replace(" ", "");
        byte[] bytes = new byte[(dense.length() + 7) / 8];
        for (int i = 0; i < dense.length(); i++) {
            bytes[i / 8] |= (byte) ((dense.charAt(i) - '0') << (7 - i % 8));
        }
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
