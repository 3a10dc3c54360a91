package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AstmPropertyTest {
    @Property
    void anyBytesAtAllAreSurvived(@ForAll List<byte[]> chunks, @ForAll boolean lenient, @ForAll boolean full) {
        AstmLine line = AstmLine.ofOneThatNeverWaits(Map.of("frameNumbers", lenient ? "lenient" : "strict"));
        line.outbox = full ? AstmLine.Outbox.REFUSES : AstmLine.Outbox.STORES;
        chunks.forEach(line::send);
        line.on(new DriverEvent.Elapsed(AstmLine.AT.instant()));
        line.on(new DriverEvent.Disconnected(AstmLine.AT.instant()));
        assertEquals(0, line.waiting.size());
    }

    /** Right frames around any records; the AcknowledgementCheck in the line watches every answer. */
    @Property
    void anyRecordsInRightFramesAreAcknowledged(@ForAll @Size(max = 8) List<@From("records") String> records) {
        AstmLine line = AstmLine.open();
        String answers = line.session(records.toArray(String[]::new));
        assertEquals("A".repeat(records.size() + 1), answers);
    }

    @Property
    void anyFrameIsDecodedAsItWasBuilt(@ForAll @IntRange(max = 7) int number, @ForAll("texts") String text) {
        byte[] frame = AstmLine.frame(number, text);
        Decoded<DecodedFrame> decoded = new AstmFrameDecoder().decode(ByteBuffer.wrap(frame));
        assertTrue(decoded instanceof Decoded.Frame<DecodedFrame>, decoded.toString());
        DecodedFrame fields = ((Decoded.Frame<DecodedFrame>) decoded).frame();
        assertEquals(
                Integer.toString(number), fields.field("number").orElseThrow().value());
        assertEquals(text, fields.field("text").orElseThrow().value());
        fields.fields()
                .forEach(field -> assertEquals(
                        field.name().equals("terminator") || field.name().equals("trailer")
                                ? field.value()
                                : new String(frame, field.offset(), field.length(), StandardCharsets.US_ASCII),
                        field.value()));
    }

    @Property
    void anyTextIsUnescapedWithoutThrowing(@ForAll String text) {
        Delimiters.USUAL.unescape(text, StandardCharsets.UTF_8);
        Delimiters.USUAL.unescape("&X" + text + "&F&", StandardCharsets.UTF_8);
    }

    @Property
    void anyBytesAreDecodedOrRefusedByTheFrameDecoder(@ForAll byte[] noise) {
        new AstmFrameDecoder().decode(Bytes.of(noise).asBuffer());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\r', '|')
                .ofMaxLength(80);
    }

    @Provide
    Arbitrary<String> records() {
        Arbitrary<String> field = Arbitraries.of(
                "",
                "1",
                "^^^GLU",
                "^^^K",
                "2.7",
                ">33.3",
                "mmol/L",
                "F",
                "X",
                "T",
                "Q",
                "20260304081455",
                "00000000000000",
                "S1",
                "&F&",
                "\\",
                "^",
                "99999999999999999999",
                "-0",
                ".5",
                "5.");
        return Arbitraries.of("H|\\^&", "H", "H|@^\\", "P", "O", "R", "C", "Q", "M", "S", "L", "", "Z")
                .flatMap(type -> field.list().ofMaxSize(14).map(fields -> type + "|" + String.join("|", fields)));
    }
}
