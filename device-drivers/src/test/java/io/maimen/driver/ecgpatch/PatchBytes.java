package io.maimen.driver.ecgpatch;

import io.maimen.driver.frame.Checksum;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A patch's block, written out field by field as the table of docs/devices/ecg-patch.md has them. */
final class PatchBytes {
    static final Instant TIME = Instant.parse("2026-03-04T00:15:00Z");

    int magic = 0x4D45;
    int version = 1;
    int flags = 0b010; // simulated
    String serial = "ECG-0001";
    int stream = 3;
    int sequence = 7;
    long firstSample = 1_750;
    long timeMicros = TIME.getEpochSecond() * 1_000_000;
    int rateMilliHertz = 250_000;
    int scaleNanoVolt = 5_000;
    int lead = 1;
    int reserved = 0;
    int[] samples = {0, 1, -1, 200, -200};

    Bytes bytes() {
        ByteBuffer out = ByteBuffer.allocate(52 + 2 * samples.length);
        out.putShort((short) magic);
        out.put((byte) version);
        out.put((byte) flags);
        out.putLong(Checksum.crc32(ByteBuffer.wrap(serial.getBytes(StandardCharsets.US_ASCII))));
        out.putInt(stream);
        out.putInt(sequence);
        out.putLong(firstSample);
        out.putLong(timeMicros);
        out.putInt(rateMilliHertz);
        out.putInt(scaleNanoVolt);
        out.put((byte) lead);
        out.put((byte) reserved);
        out.putShort((short) samples.length);
        for (int sample : samples) {
            out.putShort((short) sample);
        }
        out.putInt((int) Checksum.crc32(out.duplicate().flip()));
        return Bytes.of(out.array());
    }

    /** A block with one byte changed before its CRC was computed: what a faulty patch would send. */
    static Bytes withByte(int at, byte value) {
        ByteBuffer block = ByteBuffer.wrap(new PatchBytes().bytes().toArray()).put(at, value);
        int crcAt = block.limit() - Integer.BYTES;
        block.putInt(crcAt, (int) Checksum.crc32(block.slice(0, crcAt)));
        return Bytes.of(block.array());
    }
}
