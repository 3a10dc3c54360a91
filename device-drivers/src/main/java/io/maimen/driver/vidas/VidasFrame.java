package io.maimen.driver.vidas;

import io.maimen.driver.Decoded;
import io.maimen.driver.frame.Checksum;
import io.maimen.driver.frame.FrameCutter;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.observation.FrameField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One result of a mini-VIDAS: {@code STX (RS tag value |)… GS hh}, tags of two letters, hh the sum of all bytes after STX up
 * to and including GS, modulo 256, in lower-case hex. What follows (ETX, CR, LF) says nothing. Immutable.
 *
 * @param fields tag and value, in order, each with its place
 * @param checksum as sent, with its place
 */
record VidasFrame(List<FrameField> fields, FrameField checksum) {
    /** The frame {@code vidas.frame}. */
    static final MessageDecoder<VidasFrame> DECODER =
            new MessageDecoder<>("vidas.frame", VidasFrame::read, VidasFrame::shown);

    static final byte STX = 0x02;
    static final byte RS = 0x1E;
    static final byte GS = 0x1D;
    static final int MAX_BYTES = 4096;
    private static final int DIGITS = 2;
    private static final int TAG_LENGTH = 2;

    VidasFrame {
        fields = List.copyOf(fields);
    }

    /** Frames end with the second digit after GS. */
    static FrameCutter cutter() {
        return new FrameCutter(STX, tail -> tail[0] == GS, MAX_BYTES);
    }

    /** Reads one frame, from STX to its checksum; ETX, CR and LF may follow. */
    static Decoded<VidasFrame> read(ByteBuffer bytes) {
        byte[] frame = new byte[bytes.remaining()];
        bytes.duplicate().get(frame);
        if (frame.length == 0 || frame[0] != STX) {
            return Decoded.refused("POC-001", 0, "frame must begin with STX");
        }
        int end = 1;
        while (end < frame.length && frame[end] != GS) {
            end++;
        }
        if (end + DIGITS >= frame.length) {
            return Decoded.refused("POC-002", frame.length, "frame must end in GS and two digits, is truncated");
        }
        String sent = new String(frame, end + 1, DIGITS, StandardCharsets.ISO_8859_1);
        String computed = String.format(Locale.ROOT, "%02x", Checksum.sumModulo256(ByteBuffer.wrap(frame, 1, end)));
        if (!sent.equalsIgnoreCase(computed)) {
            return Decoded.refused("POC-003", end + 1, "checksum must be " + computed + " but was " + sent);
        }
        return fields(frame, end, new FrameField("checksum", sent, "", end + 1, DIGITS));
    }

    private static Decoded<VidasFrame> fields(byte[] frame, int end, FrameField checksum) {
        List<FrameField> fields = new ArrayList<>();
        int start = 1;
        while (start < end) {
            int next = start + 1;
            while (next < end && frame[next] != RS) {
                next++;
            }
            if (frame[start] != RS || next - start <= TAG_LENGTH) {
                return Decoded.refused("POC-004", start, "field must be RS and a tag of two letters");
            }
            int value = start + 1 + TAG_LENGTH;
            int stop = next > value && frame[next - 1] == '|' ? next - 1 : next;
            fields.add(
                    new FrameField(text(frame, start + 1, value), text(frame, value, stop), "", value, stop - value));
            start = next;
        }
        return new Decoded.Frame<>(new VidasFrame(fields, checksum));
    }

    private static String text(byte[] frame, int from, int to) {
        return new String(frame, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The value of a tag; empty where it was not sent or has none. */
    Optional<String> field(String tag) {
        return fields.stream()
                .filter(field -> field.name().equals(tag))
                .map(field -> field.value().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** All fields as {@code field.TAG}, and the checksum. */
    List<FrameField> shown() {
        List<FrameField> shown = new ArrayList<>();
        for (FrameField field : fields) {
            shown.add(new FrameField("field." + field.name(), field.value(), "", field.offset(), field.length()));
        }
        shown.add(checksum);
        return shown;
    }
}
