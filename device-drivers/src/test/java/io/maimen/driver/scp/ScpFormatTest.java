package io.maimen.driver.scp;

import static io.maimen.driver.scp.ScpBytes.bits;
import static io.maimen.driver.scp.ScpBytes.bytes;
import static io.maimen.driver.scp.ScpBytes.joined;
import static io.maimen.driver.scp.ScpBytes.little;
import static io.maimen.driver.scp.ScpBytes.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.driver.frame.Checksum;
import io.maimen.driver.recording.EcgRecording;
import io.maimen.driver.recording.RecordedLead;
import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Bytes;
import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime.OffsetBasis;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every file here is made from the standard's text; none of a real cart was at hand. */
class ScpFormatTest {
    private static final ZoneId PLACE = ZoneId.of("Asia/Shanghai");
    private static final byte[] DEFAULT_TABLE = words(19_999);
    private static final int LEAD_I = 1;
    private static final int LEAD_AVR = 62;

    @Test
    void theDefaultTableHasOneBitForNoChangeAndWritesLargeOnesOut() throws RefusedFile {
        // 0 | 1 | -1 | 2 | 8 | -8 | 8 bits: -9 | 16 bits: 300
        byte[] lead = bits("0 100 101 1100 1111111100 1111111101 1111111110 11110111 1111111111 0000000100101100");
        EcgRecording read = read(file(0, 8, lead));
        assertEquals(Samples.of(0, 1, -1, 2, 8, -8, -9, 300), lead(read, 0).samples());
        assertEquals(EcgLead.named("I").orElseThrow(), lead(read, 0).lead());
        assertEquals(new BigDecimal("0.0025"), lead(read, 0).millivoltsPerStep());
        assertEquals(new BigDecimal("500"), read.rateHz());
    }

    @Test
    void differencesAreAddedUp() throws RefusedFile {
        // 16 bits: 10 | 1 | 1 | -2
        byte[] first = bits("1111111111 0000000000001010 100 100 1101");
        assertEquals(
                Samples.of(10, 11, 12, 10), lead(read(file(1, 4, first)), 0).samples());
        // 5, then 7, then differences of differences 0, 1, -2: it rises by 2, by 3, by 1
        byte[] second = bits("1111100 111111100 0 100 1101");
        assertEquals(
                Samples.of(5, 7, 9, 12, 13), lead(read(file(2, 5, second)), 0).samples());
    }

    @Test
    void samplesMayBeWrittenOutWithoutATable() throws RefusedFile {
        ScpBytes file = parts(0, 3, words(-300, 0, 32_767)).without(ScpFile.HUFFMAN);
        assertEquals(Samples.of(-300, 0, 32_767), lead(read(file.file()), 0).samples());
    }

    @Test
    void aCodeMaySwitchToAnotherTable() throws RefusedFile {
        ByteBuffer tables = little(2 + 2 * 2 + 5 * 9).putShort((short) 2);
        tables.putShort((short) 3);
        code(tables, 1, 1, 1, 7, 0b0); // 0: sample 7
        code(tables, 2, 2, 0, 2, 0b01); // 10: the next codes are of table 2
        code(tables, 2, 6, 1, 0, 0b11); // 11: four bits of the sample itself
        tables.putShort((short) 2);
        code(tables, 1, 1, 1, -7, 0b0); // 0: sample -7
        code(tables, 1, 1, 0, 1, 0b1); // 1: back to table 1
        byte[] file = parts(0, 5, bits("0 11 1000 10 0 0 1 0"))
                .section(ScpFile.HUFFMAN, bytes(tables))
                .file();
        assertEquals(Samples.of(7, -8, -7, -7, 7), lead(read(file), 0).samples());
    }

    @Test
    void aBeatThatWasSubtractedIsPutBack() throws RefusedFile {
        // A reference beat of 3 samples of 5000 nV, its second over the beat's own; the rest has steps of 2500 nV.
        ByteBuffer places = little(6 + 2 * 14);
        places.putShort((short) 6).putShort((short) 2).putShort((short) 2);
        places.putShort((short) 0).putInt(2).putInt(3).putInt(4);
        places.putShort((short) 1).putInt(5).putInt(5).putInt(5); // of another type: nothing was subtracted
        byte[] beat = joined(words(5_000, 2_000, 0, 6), words(10, 20, 10));
        byte[] file = parts(0, 5, words(1, 1, 1, 1, 1))
                .without(ScpFile.HUFFMAN)
                .section(ScpFile.LEADS, leads(1, 5, LEAD_I))
                .section(ScpFile.REFERENCE_PLACES, bytes(places))
                .section(ScpFile.REFERENCE_BEAT, beat)
                .file();
        assertEquals(Samples.of(1, 21, 41, 21, 1), lead(read(file), 0).samples());
        assertEquals(new BigDecimal("0.0025"), lead(read(file), 0).millivoltsPerStep());
    }

    @Test
    void averagedSamplesAreRefusedRatherThanGuessed() {
        byte[] rhythm = words(2_500, 2_000, 0x0100, 2, 0);
        assertEquals(
                "SCP-018",
                refusal(parts(0, 1, words(0)).section(ScpFile.RHYTHM, rhythm).file()));
    }

    @Test
    void whoAndWhenAreWhatTheCartSays() throws RefusedFile {
        byte[] tags = joined(
                tag(2, "TH-0042\0".getBytes(StandardCharsets.US_ASCII)),
                tag(25, (byte) 0xEA, (byte) 7, (byte) 11, (byte) 2), // 2026-11-02
                tag(26, (byte) 9, (byte) 30, (byte) 15),
                tag(34, (byte) 0xA4, (byte) 1, (byte) 0, (byte) 0, (byte) 0), // 420 min east
                tag(255));
        EcgRecording read = read(parts(0, 1, words(0))
                .section(ScpFile.ACQUISITION, tags)
                .without(2)
                .file());
        assertEquals(Optional.of(new SpecimenId("TH-0042")), read.patient());
        assertEquals(
                Instant.parse("2026-11-02T02:30:15Z"),
                read.startedAt().orElseThrow().instant());
        assertEquals(OffsetBasis.REPORTED, read.startedAt().orElseThrow().offsetBasis());
    }

    @Test
    void withoutAZoneThePlaceHasTheTime() throws RefusedFile {
        byte[] tags =
                joined(tag(25, (byte) 0xEA, (byte) 7, (byte) 11, (byte) 2), tag(26, (byte) 9, (byte) 30, (byte) 15));
        EcgRecording read = read(parts(0, 1, words(0))
                .section(ScpFile.ACQUISITION, tags)
                .without(2)
                .file());
        assertEquals(
                Instant.parse("2026-11-02T01:30:15Z"),
                read.startedAt().orElseThrow().instant());
    }

    @Test
    void aClockThatWasNeverSetIsNoTime() throws RefusedFile {
        byte[] tags = joined(tag(25, (byte) 0xD0, (byte) 7, (byte) 1, (byte) 1), tag(26, (byte) 0, (byte) 0, (byte) 0));
        EcgRecording read = read(parts(0, 1, words(0))
                .section(ScpFile.ACQUISITION, tags)
                .without(2)
                .file());
        assertEquals(Optional.empty(), read.startedAt());
    }

    @Test
    void aLeadMayBeginLaterThanTheOthers() throws RefusedFile {
        byte[] leads = joined(leads(0, 2, LEAD_I), new byte[] {3, 0, 0, 0, 5, 0, 0, 0, LEAD_AVR});
        leads[0] = 2;
        byte[] rhythm = joined(words(2_500, 2_000, 0, 4, 6), words(1, 2), words(3, 4, 5));
        EcgRecording read = read(new ScpBytes()
                .section(ScpFile.LEADS, leads)
                .section(ScpFile.RHYTHM, rhythm)
                .file());
        assertEquals("aVR", lead(read, 1).lead().name());
        assertEquals(2, lead(read, 1).firstSample());
        assertEquals(Samples.of(3, 4, 5), lead(read, 1).samples());
    }

    @Test
    void whatIsNotWholeIsRefused() {
        byte[] file = file(0, 1, bits("0"));
        assertEquals("SCP-006", refusal(Arrays.copyOf(file, file.length - 1)), "a partial copy");
        assertEquals("SCP-012", refusal(file(0, 9, bits("0"))), "fewer codes than samples");
        assertEquals("SCP-013", refusal(file(0, 1, bits("0 0000000 00000000 00000000"))), "more bits than samples");
        assertEquals(
                "SCP-021", refusal(parts(0, 1, words(0)).without(ScpFile.RHYTHM).file()));
        assertEquals(
                "SCP-016",
                refusal(parts(0, 1, words(0))
                        .section(ScpFile.LEADS, leads(0, 1, 200))
                        .file()));
    }

    @Test
    void aFlippedBitInASectionIsRefused() {
        byte[] file = file(0, 8, bits("0 100 101 1100 0 0 0 0"));
        file[file.length - 1] ^= 1;
        assertEquals("SCP-005", refusal(file));
        int crc = Checksum.crc16Ccitt(ByteBuffer.wrap(file, 2, file.length - 2).slice());
        file[0] = (byte) crc;
        file[1] = (byte) (crc >> 8);
        assertEquals("SCP-009", refusal(file));
    }

    @Property(tries = 500)
    void wrongBytesBehindRightCheckValuesNeverThrow(
            @ForAll @IntRange(min = 1, max = 6) int section, @ForAll byte[] body) throws RefusedFile {
        byte[] file = parts(0, 3, words(1, 2, 3))
                .section(ScpFile.LEADS, leads(body.length & 1, 3, LEAD_I))
                .section(section, body)
                .file();
        try {
            read(file);
        } catch (RefusedFile e) {
            assertEquals("SCP", e.error().code().substring(0, 3));
        }
    }

    private static EcgRecording read(byte[] file) throws RefusedFile {
        return new ScpFormat().read(Bytes.of(file), PLACE);
    }

    private static RecordedLead lead(EcgRecording recording, int index) {
        return recording.leads().get(index);
    }

    private static String refusal(byte[] file) {
        return assertThrows(RefusedFile.class, () -> read(file)).error().code();
    }

    private static byte[] file(int differences, int samples, byte[] lead) {
        return parts(differences, samples, lead).file();
    }

    /** One lead of 2500 nV a step, a sample every 2000 us. */
    private static ScpBytes parts(int differences, int samples, byte[] lead) {
        return new ScpBytes()
                .section(ScpFile.HUFFMAN, DEFAULT_TABLE)
                .section(ScpFile.LEADS, leads(0, samples, LEAD_I))
                .section(ScpFile.RHYTHM, joined(words(2_500, 2_000, differences, lead.length), lead));
    }

    private static byte[] leads(int flags, int samples, int lead) {
        return bytes(little(2 + LeadSpan.BYTES)
                .put((byte) 1)
                .put((byte) flags)
                .putInt(1)
                .putInt(samples)
                .put((byte) lead));
    }

    private static void code(ByteBuffer table, int prefixBits, int bits, int mode, int value, int prefix) {
        table.put((byte) prefixBits)
                .put((byte) bits)
                .put((byte) mode)
                .putShort((short) value)
                .putInt(prefix);
    }

    private static byte[] tag(int tag, byte... value) {
        return joined(new byte[] {(byte) tag, (byte) value.length, 0}, value);
    }
}
