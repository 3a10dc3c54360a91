package io.maimen.simulator.device.ecg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.SampleGap;
import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class EcgBlockBytesTest {
    private static final String SHA256_OF_00000001_FFFFFFFE =
            "3ad3dd869e4b5825bb4f49bbf5c8d1cf3a4a0bb90f124324bc139c86ca38b093";

    @Test
    void aBlockByteByByte() {
        byte[] wanted = HexFormat.ofDelimiter(" ")
                .parseHex(
                        "4D 45 " // "ME"
                                + "01 " // version
                                + "03 " // flags: simulated, and an electrode was off
                                + "00 00 00 00 CB F4 39 26 " // CRC-32 of "123456789", the value every description names
                                + "00 00 00 07 " // stream
                                + "00 00 00 02 " // sequence
                                + "00 00 00 00 00 00 01 F4 " // first sample 500
                                + "00 06 4C 27 B5 F0 4B 40 " // 2026-03-04T00:15:00.123456Z in microseconds
                                + "00 03 D0 90 " // 250 000 mHz
                                + "00 00 13 88 " // 5 000 nV a step
                                + "02 " // lead II
                                + "00 " // reserved
                                + "00 03 " // three samples
                                + "00 01 FF FE 80 00"); // 1, -2, no signal
        byte[] bytes = EcgBlockBytes.of(block(1, -2, EcgBlock.NO_SIGNAL));
        assertEquals(52 + 2 * 3, bytes.length);
        assertArrayEquals(wanted, Arrays.copyOf(bytes, bytes.length - 4));
    }

    @Test
    void theLastFourBytesAreTheSumOfAllBefore() {
        CRC32 sum = new CRC32();
        byte[] bytes = EcgBlockBytes.of(block(1, 2, 3));
        sum.update(bytes, 0, bytes.length - 4);
        assertEquals((int) sum.getValue(), ByteBuffer.wrap(bytes).getInt(bytes.length - 4));
    }

    @Test
    void withoutALooseElectrodeOnlyTheMarkOfASimulatorIsSet() {
        assertEquals(0b010, EcgBlockBytes.of(block(0))[3]);
    }

    @Test
    void samplesAreNamedByTheirSum() {
        assertEquals(SHA256_OF_00000001_FFFFFFFE, EcgBlockBytes.samplesSha256(block(1, -2)));
    }

    @Test
    void aSampleWithoutSignalIsNamedAsZero() {
        assertEquals(
                EcgBlockBytes.samplesSha256(block(5, 0)), EcgBlockBytes.samplesSha256(block(5, EcgBlock.NO_SIGNAL)));
    }

    @Test
    void everyStretchWithoutSignalIsAGap() {
        int none = EcgBlock.NO_SIGNAL;
        assertEquals(
                List.of(new SampleGap(0, 1), new SampleGap(2, 2)),
                block(none, 1, none, none, 2).gaps());
        assertEquals(List.of(new SampleGap(1, 1)), block(1, none).gaps());
        assertEquals(List.of(), block(1, 2).gaps());
    }

    private static EcgBlock block(int... samples) {
        return new EcgBlock(
                "123456789",
                7,
                2,
                500,
                Instant.parse("2026-03-04T00:15:00.123456Z"),
                250_000,
                5_000,
                2,
                Samples.of(samples));
    }
}
