package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeSignatureTest {
    private static final Bytes FIRST = Bytes.of((byte) 'a');
    private static final Bytes SECOND = Bytes.of();

    @Test
    void whatIsSignedIsTheGatewayTheLaneAndTheDigestsInTheirOrder() {
        byte[] expected = HexFormat.of()
                .parseHex("6d61696d656e2d656e76656c6f70652d7631" + "0a" // maimen-envelope-v1, line feed
                        + "636c696e69632d64656d6f" + "0a" // clinic-demo, line feed
                        + "766974616c" + "0a" // vital, line feed
                        + "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb" // SHA-256 of "a"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"); // of nothing
        assertArrayEquals(expected, EnvelopeSignature.signed(WireSamples.GATEWAY, Lane.VITAL, List.of(FIRST, SECOND)));
        assertArrayEquals(
                expected,
                EnvelopeSignature.signedDigests(
                        WireSamples.GATEWAY,
                        Lane.VITAL,
                        List.of(EnvelopeSignature.digest(FIRST), EnvelopeSignature.digest(SECOND))));
    }

    @Test
    void aKeyIsNamedByTheDigestOfItsPublicForm() {
        assertEquals("ca978112ca1bbdca", EnvelopeSignature.keyId(FIRST.toArray()));
        assertThrows(IllegalArgumentException.class, () -> new EnvelopeSignature("CA978112CA1BBDCA", FIRST));
    }

    @Test
    void aSignatureWithoutTheNameOfItsKeyIsRefused() {
        String message = assertThrows(WireException.class, () -> new EnvelopeCodec()
                        .fromCbor(HexFormat.of()
                                .parseHex("a6" + "617601" + "6767617465776179" + "6163" + "646c616e65" + "65766974616c"
                                        + "656974656d73" + "8140" // items: [h'']
                                        + "697261774672616d6573" + "80" // rawFrames: []
                                        + "697369676e6174757265" + "4100"))) // signature: h'00', and no keyId
                .getMessage();
        assertTrue(message.contains("WIRE-007 signature and keyId must come together"), message);
    }
}
