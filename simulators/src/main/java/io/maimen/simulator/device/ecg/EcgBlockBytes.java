package io.maimen.simulator.device.ecg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** A block as the patch publishes it. Source: docs/devices/ecg-patch.md, "A block". Stateless. */
final class EcgBlockBytes {
    private static final int LENGTH_WITHOUT_SAMPLES = 52;
    private static final short MAGIC = 0x4D45;
    private static final byte VERSION = 1;
    private static final int ELECTRODE_OFF = 0b001;
    private static final int SIMULATED = 0b010;

    private EcgBlockBytes() {}

    static byte[] of(EcgBlock block) {
        int count = block.samples().size();
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH_WITHOUT_SAMPLES + 2 * count);
        bytes.putShort(MAGIC)
                .put(VERSION)
                // Whatever plays the signal, this patch hangs on nobody's chest.
                .put((byte) (SIMULATED | (block.electrodeOff() ? ELECTRODE_OFF : 0)))
                .putLong(crc(block.serial().getBytes(StandardCharsets.US_ASCII)))
                .putInt((int) block.stream())
                .putInt((int) block.sequence())
                .putLong(block.firstSample())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, block.start()))
                .putInt(block.rateMillihertz())
                .putInt(block.scaleNanovolts())
                .put((byte) block.lead())
                .put((byte) 0)
                .putShort((short) count);
        block.samples().stream().forEach(sample -> bytes.putShort((short) sample));
        CRC32 sum = new CRC32();
        sum.update(bytes.array(), 0, bytes.position());
        return bytes.putInt((int) sum.getValue()).array();
    }

    /**
     * Lower-case hex SHA-256 of the samples as big-endian 32-bit integers: how journal and server name them. A sample
     * without signal counts as 0.
     */
    static String samplesSha256(EcgBlock block) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * block.samples().size());
        block.samples().stream()
                .map(sample -> sample == EcgBlock.NO_SIGNAL ? 0 : sample)
                .forEach(bytes::putInt);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
