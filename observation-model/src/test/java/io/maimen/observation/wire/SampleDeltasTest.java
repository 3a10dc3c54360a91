package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.observation.Samples;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SampleDeltasTest {
    @Test
    void samplesArePackedAsDocsWireSays() {
        assertEquals(
                "00" // 0: difference 0
                        + "02" // 1: difference 1, zigzag 2
                        + "03" // -1: difference -2, zigzag 3
                        + "ae02" // 150: difference 151, zigzag 302
                        + "ab8204", // -32768: difference -32918, zigzag 65835
                pack(0, 1, -1, 150, -32_768));
    }

    @Test
    void theWidestDifferenceTakesFiveBytes() {
        assertEquals("ffffffff0f" + "feffffff1f", pack(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Property(tries = 300)
    void samplesComeBackAsTheyWere(@ForAll int[] samples) {
        Samples original = Samples.of(samples);
        assertEquals(original, SampleDeltas.unpack(ByteBuffer.wrap(SampleDeltas.pack(original))));
    }

    @Test
    void bytesThatNobodyPackedAreRefused() {
        assertRefused("last sample must be complete but its varint was cut off", "0080");
        assertRefused("varint must be at most 5 bytes but was longer", "ffffffffff0f");
        assertRefused("sample 1 must be a 32-bit integer but was 2147483648", "feffffff0f02");
    }

    private static String pack(int... samples) {
        return HexFormat.of().formatHex(SampleDeltas.pack(Samples.of(samples)));
    }

    private static void assertRefused(String reason, String hex) {
        ByteBuffer packed = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> SampleDeltas.unpack(packed))
                        .getMessage());
    }
}
