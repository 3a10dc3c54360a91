package io.maimen.driver.scp;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.scp.ScpHeader.Pointer;
import io.maimen.driver.scp.ScpHeader.SectionHeader;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The frame {@code scp.header}: the header's numbers, and a pointer each as {@code pointer[0].id}. Stateless. */
final class ScpHeaderDecoder implements FrameDecoder {
    @Override
    public String name() {
        return "scp.header";
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        Decoded<ScpHeader> read = ScpHeader.read(bytes);
        if (read instanceof Decoded.Refused<ScpHeader> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        return new Decoded.Frame<>(new DecodedFrame(name(), fields(((Decoded.Frame<ScpHeader>) read).frame())));
    }

    static List<FrameField> fields(ScpHeader header) {
        int table = ScpHeader.TABLE_OFFSET;
        SectionHeader section = header.table();
        List<FrameField> fields = new ArrayList<>();
        fields.add(new FrameField("file check value", hex(header.crc()), "", 0, 2));
        fields.add(new FrameField("file length", String.valueOf(header.fileBytes()), "By", 2, 4));
        fields.add(new FrameField("section 0 check value", hex(section.crc()), "", table, 2));
        fields.add(new FrameField("section 0 id", String.valueOf(section.id()), "", table + 2, 2));
        fields.add(new FrameField("section 0 length", String.valueOf(section.length()), "By", table + 4, 4));
        fields.add(new FrameField("section 0 version", String.valueOf(section.version()), "", table + 8, 1));
        fields.add(new FrameField("section 0 protocol", String.valueOf(section.protocol()), "", table + 9, 1));
        int at = table + ScpHeader.SECTION_HEADER_BYTES;
        for (int i = 0; i < header.pointers().size(); i++) {
            Pointer pointer = header.pointers().get(i);
            String place = "pointer[" + i + "].";
            fields.add(new FrameField(place + "id", String.valueOf(pointer.id()), "", at, 2));
            fields.add(new FrameField(place + "length", String.valueOf(pointer.length()), "By", at + 2, 4));
            fields.add(new FrameField(place + "index", String.valueOf(pointer.index()), "", at + 6, 4));
            at += ScpHeader.POINTER_BYTES;
        }
        return fields;
    }

    private static String hex(int value) {
        return String.format("0x%04X", value);
    }
}
