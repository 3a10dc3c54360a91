package io.maimen.driver.astm;

import static io.maimen.driver.astm.AstmLine.bytes;
import static io.maimen.driver.astm.AstmLine.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Store;
import io.maimen.observation.FrameField;
import io.maimen.observation.NumericValue;
import io.maimen.observation.RawFrame;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the outbox is given can show, to the byte, where a value stood. */
class FrameFieldsTest {
    private static final byte[] ENQ = bytes("\5");
    private static final String H = "H|\\^&|||Maimen^POCT-1^AN-0001|||||||T|LIS02-A2|20260304081500";
    private static final String K = "R|2|^^^K|6.4|mmol/L||H||F||op1||20260304081455";

    private final AstmLine line = AstmLine.open();

    @Test
    void theBytesOfTheFieldAreTheTextOfTheValue() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, K + "\r"));
        RawFrame frame = frames(line).get(1);
        FrameField value = only(frame, "R-4");
        // STX 2 R | 2 | ^ ^ ^ K | 6 . 4: the value has offset 11.
        assertEquals(new FrameField("R-4", "6.4", "", 11, 3), value);
        assertEquals("6.4", marked(frame, value));
        assertEquals(((NumericValue) line.only().value()).quantity().value().toPlainString(), marked(frame, value));
    }

    @Test
    void theDelimiterOfTheHeaderHoldsForTheFramesAfterIt() {
        line.send(ENQ, frame(1, H.replace('|', '!') + "\r"), frame(2, K.replace('|', '!') + "\r"));
        assertEquals("6.4", marked(frames(line).get(1), only(frames(line).get(1), "R-4")));
    }

    @Property
    void whereverARecordIsCutBothFramesHoldTheirPartsUnderTheirNames(@ForAll @IntRange(min = 1, max = 46) int cut) {
        AstmLine split = AstmLine.open();
        split.send(ENQ, frame(1, H + "\r" + K.substring(0, cut), '\27', "\r\n"), frame(2, K.substring(cut) + "\r"));
        List<RawFrame> frames = frames(split);
        List<String> fields = Arrays.asList(K.split("\\|"));
        for (int i = 0; i < fields.size(); i++) {
            String name = "R-" + (i + 1);
            String both = parts(frames.get(0), name) + parts(frames.get(1), name);
            assertEquals(fields.get(i), both, name);
        }
    }

    @Test
    void aNameInTheAnalysersOwnCharactersIsCountedInBytes() {
        Charset chinese = Charset.forName("GB18030");
        AstmLine analyser = AstmLine.with(Map.of("encoding", "GB18030"));
        String record = "R|1|^^^K|6.4|mmol/L||H||F||\u5f20\u533b\u751f||20260304081455\r";
        analyser.send(
                ENQ, frame(1, H + "\r"), frame(2, new String(record.getBytes(chinese), StandardCharsets.ISO_8859_1)));
        RawFrame frame = frames(analyser).get(1);
        FrameField operator = only(frame, "R-11");
        assertEquals("\u5f20\u533b\u751f", operator.value());
        assertEquals(6, operator.length());
        assertEquals("20260304081455", marked(frame, only(frame, "R-13")));
    }

    @Test
    void aFrameOfNothingButDelimitersIsStoredWithTheFirstOfItsFields() {
        line.send(ENQ, frame(1, H + "\r"), frame(2, "M" + "|".repeat(5000) + "\r"));
        assertEquals(RawFrame.MOST_FIELDS, frames(line).get(1).fields().size());
    }

    private static List<RawFrame> frames(AstmLine line) {
        return line.actions.stream()
                .filter(Store.class::isInstance)
                .flatMap(store -> ((Store) store).rawFrames().stream())
                .toList();
    }

    private static FrameField only(RawFrame frame, String name) {
        List<FrameField> found = frame.fields().stream()
                .filter(field -> field.name().equals(name))
                .toList();
        assertEquals(1, found.size(), () -> name + " in " + frame.fields());
        return found.get(0);
    }

    private static String parts(RawFrame frame, String name) {
        StringBuilder parts = new StringBuilder();
        frame.fields().stream().filter(field -> field.name().equals(name)).forEach(field -> {
            assertTrue(field.value().equals(marked(frame, field)), "the value is what the bytes say");
            parts.append(marked(frame, field));
        });
        return parts.toString();
    }

    private static String marked(RawFrame frame, FrameField field) {
        return new String(frame.bytes().toArray(), field.offset(), field.length(), StandardCharsets.ISO_8859_1);
    }
}
