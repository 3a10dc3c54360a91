package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A refusal says the code, the place, what must hold and what was. */
class RefusalTest {
    private static final HexFormat HEX = HexFormat.of();

    private final ObservationCodec codec = new ObservationCodec();

    @Test
    void anotherVersionIsRefusedBeforeAnythingElseIsLookedAt() {
        assertRefused(
                "WIRE-011 v must be 1 but was 2; update the older of the two sides",
                "a1" // map of 1
                        + "6176 02"); // v: 2
        assertRefused("WIRE-012 v must be given but was missing", "a0");
    }

    @Test
    void aTextInADecimalsPlaceIsRefusedWithItsPath() {
        assertRefused(
                "WIRE-013 value.number must be a decimal but was text",
                glucoseWith(
                        "666e756d626572 c4 82 21 1901f4", // number: 500e-2
                        "666e756d626572 64 352e3030")); // number: "5.00"
    }

    @Test
    void aFloatIsNotADecimal() {
        assertRefused(
                "WIRE-013 value.number must be a decimal but was a float",
                glucoseWith("666e756d626572 c4 82 21 1901f4", "666e756d626572 fb4014000000000000"));
    }

    @Test
    void aDecimalThatWouldFillTheMemoryWhenWrittenOutIsRefused() {
        assertRefused(
                "WIRE-014 value must be valid but was refused: OBS-016 value must have at most 18 digits and an exponent of"
                        + " -128 to 127 but had 3 digits and exponent 2000000000",
                glucoseWith("c4 82 21 1901f4", "c4 82 1a77359400 1901f4"));
    }

    @Test
    void aWordWeDoNotKnowIsRefusedWithTheWordsWeKnow() {
        assertRefused(
                "WIRE-016 value.comparator must be one of =, <, <=, >=, > but was ~",
                glucoseWith("6a636f6d70617261746f72 613d", "6a636f6d70617261746f72 617e"));
    }

    @Test
    void aNumberOutsideItsRangeIsRefusedWithTheRange() {
        assertRefused(
                "WIRE-014 timing.device.offset must be -64800 to 64800 but was 65535",
                glucoseWith("666f6666736574 197080", "666f6666736574 19ffff"));
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        String refusal = refusal("a2 6176 01 6176 01");
        assertTrue(refusal.startsWith("WIRE-010 v must be well-formed CBOR but: Duplicate"), refusal);
    }

    @Test
    void bytesAfterTheMessageAreRefused() {
        String refusal = refusal(HEX.formatHex(codec.toCbor(WireSamples.glucose())) + "00");
        assertTrue(refusal.startsWith("WIRE-010 message must be well-formed CBOR but: Trailing token"), refusal);
    }

    @Test
    void tooDeepNestingIsRefusedAsALimit() {
        String refusal = refusal("81".repeat(100));
        assertTrue(
                refusal.startsWith("WIRE-015 message must keep the limits but: Document nesting depth (33)"), refusal);
    }

    @Test
    void anItemIsRefusedWithItsPlaceInTheEnvelope() {
        WireException refusal =
                assertThrows(WireException.class, () -> codec.fromCbor(new byte[] {(byte) 0x80}, "items[3]"));
        assertEquals("WIRE-013 items[3] must be a map but was an array", refusal.getMessage());
        assertEquals("WIRE-013", refusal.code());
    }

    @Test
    void aListNamesTheElement() {
        WireException refusal = assertThrows(WireException.class, () -> new EnvelopeCodec()
                .fromCbor(HEX.parseHex(
                        "a5" // map of 5
                                + "617601" // v: 1
                                + "6767617465776179" + "6163" // gateway: "c"
                                + "646c616e65" + "65766974616c" // lane: "vital"
                                + "656974656d73" + "824100" + "6130" // items: [h'00', "0"]
                                + "697261774672616d6573" + "80"))); // rawFrames: []
        assertEquals("WIRE-013 items[1] must be bytes but was text", refusal.getMessage());
    }

    @Test
    void anEmptyEnvelopeIsRefused() {
        WireException refusal = assertThrows(WireException.class, () -> new EnvelopeCodec()
                .fromCbor(HEX.parseHex("a5" + "617601" + "6767617465776179" + "6163" + "646c616e65" + "65766974616c"
                        + "656974656d73" + "80" + "697261774672616d6573" + "80")));
        assertEquals(
                "WIRE-014 message must be valid but was refused: WIRE-002 envelope must carry an item or a frame but was"
                        + " empty",
                refusal.getMessage());
    }

    /** The golden glucose result with one stretch of its bytes exchanged. */
    private String glucoseWith(String bytes, String others) {
        String hex = HEX.formatHex(codec.toCbor(WireSamples.glucose()));
        String old = bytes.replace(" ", "");
        assertTrue(hex.contains(old), "the bytes to exchange must be there");
        return hex.replace(old, others);
    }

    private void assertRefused(String message, String hex) {
        assertEquals(message, refusal(hex));
    }

    private String refusal(String hex) {
        byte[] bytes = HEX.parseHex(hex.replace(" ", ""));
        return assertThrows(WireException.class, () -> codec.fromCbor(bytes)).getMessage();
    }
}
