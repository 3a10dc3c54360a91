package io.maimen.driver.nonin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NoninProtocolTest {
    private static final Map<String, String> FORMAT_2 = Map.of("format", "2");
    private static final Map<String, String> FORMAT_8 = Map.of("format", "8");

    @Test
    void threePacketsAreOneReadingOfWhatTheDisplayShows() {
        FakeSession session = open(FORMAT_2).send(packets(3, 0x80));
        assertEquals(List.of(), session.rejects);
        assertEquals(2, session.observations.size());
        assertEquals(Nomenclature.OXYGEN_SATURATION, session.observations.get(0).type());
        assertEquals(number("97", UcumUnit.PERCENT), session.observations.get(0).value());
        assertEquals(
                number("200", UcumUnit.PER_MINUTE), session.observations.get(1).value());
        assertEquals(Set.of(), session.observations.get(0).statuses());
    }

    @Test
    void aFingerThatIsOutIsAReasonOnceAndNotAgain() {
        // bit 3 of the status: sensor alarm
        FakeSession session = open(FORMAT_2).send(packets(9, 0x88));
        assertEquals(2, session.observations.size());
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_PERFORMED),
                session.observations.get(0).value());
    }

    @Test
    void lostFramesCostTheirPacketAndSayHowManyThereWere() {
        byte[] line = packets(4, 0x80);
        ByteArrayOutputStream lossy = new ByteArrayOutputStream();
        lossy.write(line, 0, 125 + 20 * 5);
        lossy.write(line, 250, 250);
        FakeSession session = open(FORMAT_2).send(lossy.toByteArray());
        assertEquals("OXI-005", session.rejects.get(0).error().code());
        assertEquals(2, session.observations.size());
    }

    @Test
    void format8IsAReadingASecondAndMissingIsNeverANumber() {
        // 97 %, 72 /min; then 127 and 511: none
        FakeSession session = open(FORMAT_8).send(FakeSession.hex("80 48 61 00  83 7F 7F 00"));
        assertEquals(4, session.observations.size());
        AbsentValue none = new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN);
        assertEquals(none, session.observations.get(2).value());
        assertEquals(none, session.observations.get(3).value());
    }

    @Test
    void aSpotCheckHasItsOwnTimeAndTheSameIdentityWhenSentAgain() {
        FakeSession session = open(Map.of()).send(spotCheck("20 26 11 01 08 30 15 00", "00 00"));
        Observation saturation = session.observations.get(0);
        assertEquals(number("96", UcumUnit.PERCENT), saturation.value());
        assertEquals(Instant.parse("2026-11-01T00:30:15Z"), saturation.timing().measuredAt());
        assertEquals(Set.of(MeasurementStatus.QUESTIONABLE), saturation.statuses());
        FakeSession again = new FakeSession(new NoninDriver(), Map.of(), "connection-2");
        again.connect().send(spotCheck("20 26 11 01 08 30 15 00", "00 10"));
        assertEquals(saturation.id(), again.observations.get(0).id());
    }

    @Test
    void aSpotCheckOfAClockThatWasNeverSetIsKeptAndMarked() {
        FakeSession session = open(Map.of()).send(spotCheck("20 00 00 00 00 00 00 00", "02 00"));
        assertTrue(session.observations.get(0).statuses().contains(MeasurementStatus.DEVICE_CLOCK_UNSET));
    }

    @Test
    void noMeasurementIsNoNumberWhateverTheBytesHold() {
        FakeSession session = open(Map.of()).send(spotCheck("20 26 11 01 08 30 15 00", "01 00"));
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_PERFORMED),
                session.observations.get(0).value());
    }

    @Test
    void formatAndTimeAreToldWhereTheOptionsSaySo() {
        FakeSession session = open(Map.of("format", "8", "commands", "true"));
        assertEquals(
                List.of(
                        // set data format 8
                        write("02 70 02 02 08 03"),
                        // 2026-11-02 12:41:00, wall time of the place
                        write("02 72 06 1A 0B 02 0C 29 00 03")),
                session.actions);
        session.send(FakeSession.hex("06 80 48 61 00"));
        assertEquals(2, session.observations.size());
        assertEquals(List.of(), session.rejects);
    }

    @Test
    void aRefusedFormatEndsTheConnectionWithItsReason() {
        FakeSession session = open(Map.of("format", "8", "commands", "true")).send((byte) 0x15);
        assertTrue(
                session.closed().get(0).startsWith("OXI-010 "), session.closed().toString());
    }

    @Test
    void whatTheDiskDidNotTakeIsTriedAgain() {
        FakeSession session = open(FORMAT_8);
        session.stores = false;
        session.send(FakeSession.hex("80 48 61 00"));
        session.stores = true;
        session.elapse();
        assertEquals(2, session.observations.size());
    }

    @Test
    void anUnknownFormatIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> open(Map.of("format", "3")));
        assertThrows(IllegalArgumentException.class, () -> open(Map.of("commands", "yes")));
        assertThrows(IllegalArgumentException.class, () -> open(Map.of("simulated", "perhaps")));
    }

    @Property(tries = 60)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 40) int length) {
        for (String format : List.of("2", "7")) {
            byte[] line = packets(6, 0x80);
            FakeSession whole = open(Map.of("format", format)).send(line).disconnect();
            FakeSession pieces =
                    open(Map.of("format", format)).sendInPieces(line, length).disconnect();
            assertEquals(whole.observations, pieces.observations);
            assertEquals(whole.rejects, pieces.rejects);
        }
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        for (String format : List.of("2", "7", "8", "13")) {
            open(Map.of("format", format, "commands", "true")).send(noise).disconnect();
        }
    }

    private static FakeSession open(Map<String, String> options) {
        return new FakeSession(new NoninDriver(), options).connect();
    }

    private static Write write(String hex) {
        return new Write(Channel.STREAM, Bytes.of(FakeSession.hex(hex)));
    }

    /** Format 2; the display shows 97 % in frame 9 and 200 /min, 1 × 128 + 72, in frames 20 and 21. */
    private static byte[] packets(int count, int status) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int packet = 0; packet < count; packet++) {
            for (int frame = 1; frame <= 25; frame++) {
                int sync = frame == 1 ? 1 : 0;
                int information = frame == 9 ? 97 : frame == 20 ? 1 : frame == 21 ? 72 : 0;
                int sum = 0x01 + (status | sync) + 0x40 + information;
                line.writeBytes(new byte[] {0x01, (byte) (status | sync), 0x40, (byte) information, (byte) sum});
            }
        }
        return line.toByteArray();
    }

    /** Format 13 with 96 % and 71 /min: header, length 14, data, the sum of the data, 03. */
    private static byte[] spotCheck(String time, String status) {
        byte[] data = FakeSession.hex(time + status + "00 47 00 60");
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(FakeSession.hex("00 02 00 0D 00 0E"));
        frame.writeBytes(data);
        int sum = 0;
        for (byte value : data) {
            sum += value;
        }
        frame.write(sum);
        frame.write(0x03);
        return frame.toByteArray();
    }

    private static ObservationValue number(String value, UcumUnit unit) {
        return NumericValue.exact(new Quantity(new BigDecimal(value), unit));
    }
}
