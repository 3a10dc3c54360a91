package io.maimen.simulator.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReaderTest {
    @Test
    void beatsRhythmsAndLongIntervalsAreReadAndTheHeaderIsNot() {
        ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        word(file, 22, 0); // a note at the beginning: the file's header
        text(file, "## time resolution: 360 ");
        word(file, 28, 18);
        text(file, "(AFIB "); // a rhythm begins
        word(file, 1, 77);
        word(file, 61, 2); // subtype of the beat before
        word(file, 59, 0); // skip 65,536 + 2 samples: upper half first
        file.putShort((short) 1).putShort((short) 2);
        word(file, 5, 3);
        word(file, 0, 0);
        List<Annotation> read = AnnotationReader.read(file.array());
        assertEquals(
                List.of("18 + (AFIB ", "95 N ", "65636 V "),
                read.stream()
                        .map(each -> each.sample() + " " + each.symbol() + " "
                                + each.text().orElse(""))
                        .toList());
        assertEquals(2, read.get(1).subtype());
    }

    @Test
    void aFileCutOffGivesWhatIsWhole() {
        assertEquals(1, AnnotationReader.read(new byte[] {0x12, 0x04, 0x01}).size());
        assertEquals(List.of(), AnnotationReader.read(new byte[] {0x01}));
    }

    private static void word(ByteBuffer file, int code, int low) {
        file.putShort((short) (code << 10 | low));
    }

    /** Even lengths only: an odd one is padded. */
    private static void text(ByteBuffer file, String text) {
        word(file, 63, text.length());
        file.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
