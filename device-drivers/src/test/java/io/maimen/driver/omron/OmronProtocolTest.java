package io.maimen.driver.omron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.device.UserSlot;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OmronProtocolTest {
    private static final Map<String, String> HEM_7322T = Map.of("model", "HEM-7322T");
    private static final Map<String, String> LITTLE =
            Map.of("layout", "little-endian", "users", "0x02E8,0x0390", "records", "3", "recordBytes", "16");
    /**
     * Big-endian: 84, 97 + 25, 2026, 72; then irregular, month 11, day 1, hour 8: 0 1 1011 00001 01000; then minute 30,
     * second 15: 0000 011110 001111.
     */
    private static final byte[] BIG_RECORD = FakeSession.hex("54 61 1A 48 6C28 078F 0000 0000 0000");
    /** Little-endian: 101 + 25, 88, 84, 2026; the words of the same time, the cuff loose: bit 12 is clear. */
    private static final byte[] LITTLE_RECORD = FakeSession.hex("65 58 54 1A 282C 8F07 0000 0000 0000 0000");

    private final FakeCuff cuff = new FakeCuff();

    @Test
    void theMemoryOfTwoUsersIsOpenedReadAndClosed() {
        cuff.records.put(0x02AC, BIG_RECORD);
        cuff.records.put(0x0824 + 99 * 14, BIG_RECORD);
        FakeSession session = read(HEM_7322T);
        assertEquals(List.of("the cuff's memory is read"), session.closed());
        assertEquals(4, session.observations.size());
        Observation panel = session.observations.get(0);
        assertEquals(Optional.of(new UserSlot(1)), panel.source().slot());
        assertEquals(
                Optional.of(new UserSlot(2)),
                session.observations.get(2).source().slot());
        assertEquals(
                new BigDecimal("122"),
                assertInstanceOf(NumericValue.class, panel.components().get(0).value())
                        .quantity()
                        .value());
        assertEquals(Instant.parse("2026-11-01T00:30:15Z"), panel.timing().measuredAt());
        assertEquals(Set.of(MeasurementStatus.IRREGULAR_PULSE), panel.statuses());
        assertNotEquals(panel.id(), session.observations.get(2).id());
    }

    @Test
    void theLittleEndianLayoutSaysWhetherTheCuffWasLoose() {
        cuff.records.put(0x0390 + 2 * 16, LITTLE_RECORD);
        FakeSession session = read(LITTLE);
        assertEquals(2, session.observations.size());
        assertEquals(
                Set.of(MeasurementStatus.CUFF_LOOSE),
                session.observations.get(0).statuses());
        assertEquals(
                Optional.of(new UserSlot(2)),
                session.observations.get(0).source().slot());
    }

    @Test
    void whatIsReadAgainHasTheSameIdentity() {
        cuff.records.put(0x02AC, BIG_RECORD);
        FakeSession first = read(HEM_7322T);
        FakeSession second = new FakeSession(new OmronDriver(), HEM_7322T, "connection-2").connect();
        FakeCuff later = new FakeCuff();
        later.records.put(0x02AC + 14, BIG_RECORD); // a newer one took the first slot's place
        later.answer(second);
        assertEquals(first.observations.get(0).id(), second.observations.get(0).id());
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        cuff.records.put(0x02E8, LITTLE_RECORD);
        cuff.deaf = 2;
        FakeSession session = new FakeSession(new OmronDriver(), LITTLE).connect();
        cuff.answer(session);
        session.elapse();
        cuff.answer(session);
        session.elapse();
        cuff.answer(session);
        assertEquals(2, session.observations.size());
    }

    @Test
    void aCuffThatNeverAnswersIsGivenUpAfterFiveTries() {
        FakeSession session = new FakeSession(new OmronDriver(), LITTLE).connect();
        for (int i = 0; i < 5; i++) {
            session.elapse();
        }
        assertTrue(
                session.closed().get(0).startsWith("OMR-025 "), session.closed().toString());
    }

    @Test
    void aCutOffAnswerIsNeverTakenForAnEmptySlot() {
        FakeSession session = new FakeSession(new OmronDriver(), LITTLE).connect();
        session.send(OmronChannels.FROM_CUFF.get(0), FakeSession.hex("08 80 00 00 00 10 00 98"));
        Object asked = session.last();
        // 24 bytes are announced, 18 come
        session.send(
                OmronChannels.FROM_CUFF.get(0), FakeSession.hex("18 81 00 02 E8 10 65 58 54 1A 28 2C 8F 07 00 00"));
        session.send(OmronChannels.FROM_CUFF.get(1), FakeSession.hex("00 00"));
        session.send(OmronChannels.FROM_CUFF.get(2), FakeSession.hex("00"));
        session.send(OmronChannels.FROM_CUFF.get(3), FakeSession.hex("00"));
        assertEquals(List.of(), session.observations);
        assertEquals("OMR-001", session.rejects.get(0).error().code());
        assertEquals(asked, session.last());
    }

    @Test
    void aLayoutThatIsNotTheModelsIsReportedAndNeverSwitched() {
        cuff.records.put(0x02E8, FakeSession.hex("54 91 1A 48 6C28 078F 0000 0000 0000 0000"));
        FakeSession session = read(LITTLE);
        assertEquals(List.of(), session.observations);
        assertEquals("OMR-011", session.rejects.get(0).error().code());
    }

    @Test
    void aKeyUnlocksFirst() {
        FakeSession session = new FakeSession(
                        new OmronDriver(), Map.of("model", "HEM-7600T", "key", "00112233445566778899aabbccddeeff"))
                .connect();
        Channel unlock = new Channel("b305b680-aee7-11e1-a730-0002a5d5c51b");
        assertEquals(
                new Write(unlock, Bytes.of(FakeSession.hex("01 00112233445566778899AABBCCDDEEFF"))), session.last());
        session.send(unlock, FakeSession.hex("81 00"));
        assertEquals(
                new Write(OmronChannels.TO_CUFF.get(0), Bytes.of(FakeSession.hex("08 00 00 00 00 10 00 18"))),
                session.last());
    }

    @Test
    void aCuffReadyForANewKeyIsToldOursAndAnyOtherIsUnlockedWithIt() {
        Map<String, String> options =
                Map.of("model", "HEM-7600T", "key", "00112233445566778899aabbccddeeff", "pair", "true");
        FakeSession ready = new FakeSession(new OmronDriver(), options).connect();
        FakeSession paired = new FakeSession(new OmronDriver(), options).connect();
        assertEquals(new Write(OmronChannels.UNLOCK, Bytes.of(FakeSession.hex("02" + " 00".repeat(16)))), ready.last());
        ready.send(OmronChannels.UNLOCK, FakeSession.hex("82 00"));
        paired.send(OmronChannels.UNLOCK, FakeSession.hex("82 0F"));
        String key = "00112233445566778899AABBCCDDEEFF";
        assertEquals(new Write(OmronChannels.UNLOCK, Bytes.of(FakeSession.hex("00" + key))), ready.last());
        assertEquals(new Write(OmronChannels.UNLOCK, Bytes.of(FakeSession.hex("01" + key))), paired.last());
        ready.send(OmronChannels.UNLOCK, FakeSession.hex("80 00"));
        paired.send(OmronChannels.UNLOCK, FakeSession.hex("81 00"));
        assertEquals(ready.last(), paired.last());
    }

    @Test
    void aMemoryNobodyDescribedIsRefusedAtOnce() {
        for (Map<String, String> options : List.of(
                Map.<String, String>of(),
                Map.of("model", "HEM-0000"),
                Map.of("layout", "big-endian"),
                Map.of("layout", "big-endian", "users", "0x02AC"),
                Map.of("model", "HEM-7600T", "key", "00"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new FakeSession(new OmronDriver(), options),
                    options::toString);
        }
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        FakeSession session = new FakeSession(new OmronDriver(), LITTLE).connect();
        OmronChannels.FROM_CUFF.forEach(channel -> session.send(channel, noise));
        session.send(OmronChannels.UNLOCK, noise).disconnect();
        ByteBuffer bytes = ByteBuffer.wrap(noise);
        new OmronDriver().frameDecoders().forEach(decoder -> decoder.decode(bytes));
        new OmronUsbDriver().frameDecoders().forEach(decoder -> decoder.decode(bytes));
    }

    @Test
    void aUsbReplyOverSeveralReportsIsJoinedAndItsTruReadSeriesNumbered() {
        // OK 00; 2026-11-01 08:30:15, 0, 122, 84, 72, 0, second of three; exclusive or; the rest of each report is
        // stale
        Decoded<UsbReply> read = UsbReply.read(
                ByteBuffer.wrap(FakeSession.hex("07 4F4B00 1A0B0108  07 1E0F 00 007A 5448  03 0020 4F FFFFFFFF")));
        UsbReply reply = ((Decoded.Frame<UsbReply>) read).frame();
        assertEquals(122, reply.systolic());
        assertEquals(2, reply.truReadIndex());
    }

    private FakeSession read(Map<String, String> options) {
        FakeSession session = new FakeSession(new OmronDriver(), options).connect();
        cuff.answer(session);
        return session.disconnect();
    }
}
