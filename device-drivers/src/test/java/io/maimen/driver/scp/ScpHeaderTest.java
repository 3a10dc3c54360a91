package io.maimen.driver.scp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.scp.ScpHeader.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScpHeaderTest {
    @Test
    void theCrcIsThatOfTheWordThatAllSourcesCheckItWith() {
        assertEquals(0x29B1, Checksum.crc16Ccitt(ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void aTableSaysWhereTheSectionsLie() {
        ScpHeader header = ((Decoded.Frame<ScpHeader>) ScpHeader.read(file())).frame();
        assertEquals(17_494, header.fileBytes());
        assertEquals(List.of(new Pointer(0, 36, 7), new Pointer(1, 120, 43)), header.pointers());
    }

    @Test
    void aFlippedBitInTheTableIsRefused() {
        ByteBuffer file = file();
        file.put(30, (byte) (file.get(30) ^ 1));
        assertEquals("SCP-004", refusal(file));
    }

    @Test
    void aTableCutOffIsRefused() {
        assertEquals("SCP-001", refusal(file().limit(40)));
        assertEquals("SCP-001", refusal(file().limit(3)));
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll @Size(max = 60) byte[] bytes) {
        assertInstanceOf(Decoded.Refused.class, ScpHeader.read(ByteBuffer.wrap(bytes)));
    }

    private static String refusal(ByteBuffer file) {
        return ((Decoded.Refused<ScpHeader>) ScpHeader.read(file)).error().code();
    }

    /** The first 42 bytes of a file of 17,494: header, section 0 with pointers to itself and to section 1. */
    private static ByteBuffer file() {
        ByteBuffer file = ByteBuffer.allocate(42).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0x1234).putInt(17_494);
        file.putShort((short) 0).putShort((short) 0).putInt(36).put((byte) 13).put((byte) 13);
        file.put("SCPECG".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) 0).putInt(36).putInt(7);
        file.putShort((short) 1).putInt(120).putInt(43);
        file.putShort(6, (short) Checksum.crc16Ccitt(file.slice(8, 34)));
        return file.rewind();
    }
}
