package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.StreamDecoder;
import io.maimen.observation.FrameField;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AstmStreamDecoderTest {
    private static final byte[] SESSION = joined(
            AstmLine.bytes("\5"),
            AstmLine.frame(1, "H|\\^&\rR|1|^^^GL", '\27', "\r\n"), // ETB cuts the record
            AstmLine.frame(2, "U|5.6|mmol/L\rL|1|N\r"),
            AstmLine.bytes("\4"));

    @Test
    void aSessionIsItsControlBytesItsFramesAndItsRecordsJoined() {
        List<Decoded<DecodedFrame>> found = read(true, SESSION, SESSION.length);
        assertEquals(
                List.of("control", "frame", "record", "frame", "record", "record", "control"),
                found.stream().map(each -> frame(each).name()).toList());
        assertEquals("R|1|^^^GLU|5.6|mmol/L", value(found.get(4), "record"));
        assertEquals("5.6", value(found.get(4), "R-4"));
        assertEquals("^", value(found.get(2), "component delimiter"));
    }

    @Test
    void aWrongChecksumIsRefusedOrReadAndSaid() {
        byte[] damaged = AstmLine.frame(1, "Q|1|^S1\r");
        damaged[damaged.length - 3] = '0';
        damaged[damaged.length - 4] = '0';
        assertEquals(
                "AST-004",
                ((Decoded.Refused<DecodedFrame>) read(true, damaged, 1).get(0))
                        .error()
                        .code());
        List<Decoded<DecodedFrame>> unchecked = read(false, damaged, 1);
        assertEquals("00", value(unchecked.get(0), "checksum"));
        assertEquals("Q|1|^S1", value(unchecked.get(1), "record"));
    }

    @Property(tries = 50)
    void anyChunkingGivesTheSameFrames(@ForAll @IntRange(min = 1, max = 60) int length) {
        assertEquals(read(true, SESSION, SESSION.length), read(true, SESSION, length));
    }

    private static List<Decoded<DecodedFrame>> read(boolean checked, byte[] stream, int length) {
        StreamDecoder.Reading reading = new AstmStreamDecoder(checked).open();
        List<Decoded<DecodedFrame>> found = new ArrayList<>();
        for (int at = 0; at < stream.length; at += length) {
            found.addAll(reading.read(ByteBuffer.wrap(stream, at, Math.min(length, stream.length - at))));
        }
        found.addAll(reading.end());
        return found;
    }

    private static DecodedFrame frame(Decoded<DecodedFrame> decoded) {
        return ((Decoded.Frame<DecodedFrame>) decoded).frame();
    }

    private static String value(Decoded<DecodedFrame> decoded, String field) {
        return frame(decoded).field(field).map(FrameField::value).orElse("not there");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
