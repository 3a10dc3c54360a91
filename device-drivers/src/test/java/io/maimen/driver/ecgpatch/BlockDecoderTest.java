package io.maimen.driver.ecgpatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.Nomenclature;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BlockDecoderTest {
    private final BlockDecoder decoder = new BlockDecoder();

    /** The bytes were put together with another program, from the table of the specification. */
    private static final String ANNOTATED = "4D45" // magic
            + "01" // version
            + "03" // flags: an electrode was off, simulated
            + "00000000" + "0068869D" // serial check: CRC-32 of "ECG-0001"
            + "00000003" // stream
            + "00000007" // sequence
            + "00000000000006D6" // first sample 1 750
            + "00064C27B5EE6900" // 2026-03-04T00:15:00Z in microseconds
            + "0003D090" // 250 000 mHz
            + "00001388" // 5 000 nV
            + "01" // lead I
            + "00" // reserved
            + "0003" // 3 samples
            + "0064" + "8000" + "FF9C" // 100, no signal, -100
            + "AA216E95"; // CRC

    @Test
    void everyFieldOfABlockIsRead() {
        Block block = read(Bytes.of(HexFormat.of().parseHex(ANNOTATED)));
        assertEquals(
                new Block(
                        true,
                        true,
                        0x0068869DL,
                        new StreamPosition(3, 7, 1_750),
                        Optional.of(PatchBytes.TIME),
                        250_000,
                        5_000,
                        Nomenclature.ECG_LEAD_I,
                        Samples.of(100, Block.NO_SIGNAL, -100)),
                block);
    }

    @Test
    void fieldsTileTheBlockWithoutGap() {
        Bytes bytes = new PatchBytes().bytes();
        DecodedFrame frame = ((Decoded.Frame<DecodedFrame>) decoder.decode(bytes.asBuffer())).frame();
        int end = 0;
        for (FrameField field : frame.fields()) {
            assertEquals(end, field.offset(), field.name());
            end += field.length();
        }
        assertEquals(bytes.size(), end);
        assertEquals("5000", frame.field("scale").orElseThrow().value());
        assertEquals("nV", frame.field("scale").orElseThrow().unit());
    }

    @Test
    void unsetClockHasNoTimeWhateverTheFieldSays() {
        assertEquals(
                Optional.empty(),
                read(changed(block -> {
                            block.flags = 0b100;
                            block.timeMicros = -1;
                        }))
                        .time());
    }

    @Test
    void whatTheSpecificationForbidsIsRefusedWithItsPlace() {
        assertRefused("ECG-002", 0, changed(block -> block.magic = 0x4D46));
        assertRefused("ECG-004", 2, changed(block -> block.version = 2));
        assertRefused("ECG-001", 0, changed(block -> block.samples = new int[0]));
        assertRefused("ECG-001", 0, changed(block -> block.samples = new int[2_501]));
        assertRefused("ECG-005", 46, PatchBytes.withByte(47, (byte) 4));
        assertRefused("ECG-006", 3, changed(block -> block.flags = 0b1000));
        assertRefused("ECG-006", 45, changed(block -> block.reserved = 1));
        assertRefused("ECG-007", 20, changed(block -> block.firstSample = 1L << 53));
        assertRefused("ECG-007", 28, changed(block -> block.timeMicros = -1));
        assertRefused("ECG-007", 28, changed(block -> block.timeMicros = Long.MAX_VALUE));
        assertRefused("ECG-007", 36, changed(block -> block.rateMilliHertz = 0));
        assertRefused("ECG-007", 40, changed(block -> block.scaleNanoVolt = 0));
        assertRefused("ECG-007", 44, changed(block -> block.lead = 3));
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] whole = new PatchBytes().bytes().toArray();
        for (int length = 0; length < whole.length; length++) {
            Bytes cut = Bytes.of(Arrays.copyOf(whole, length));
            assertInstanceOf(Decoded.Refused.class, decoder.read(cut.asBuffer()), "cut to " + length);
        }
    }

    @Test
    void everySingleFlippedBitIsRefused() {
        byte[] whole = new PatchBytes().bytes().toArray();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertInstanceOf(Decoded.Refused.class, decoder.read(ByteBuffer.wrap(damaged)), "bit " + bit);
        }
    }

    private static Bytes changed(Consumer<PatchBytes> change) {
        PatchBytes block = new PatchBytes();
        change.accept(block);
        return block.bytes();
    }

    private void assertRefused(String code, int offset, Bytes bytes) {
        DecodeError error = ((Decoded.Refused<Block>) decoder.read(bytes.asBuffer())).error();
        assertEquals(code + " " + offset, error.code() + " " + error.offset(), error.reason());
    }

    private Block read(Bytes bytes) {
        if (decoder.read(bytes.asBuffer()) instanceof Decoded.Frame<Block> block) {
            return block.frame();
        }
        throw new AssertionError(((Decoded.Refused<Block>) decoder.read(bytes.asBuffer())).error());
    }
}
