package io.maimen.driver.contec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Cms50ProtocolTest {
    /** 150 /min: bit 7 of the rate is bit 3 of byte 1; 98 %. */
    private static final String SAMPLE = "01 E8 85 B3 96 96 E2 FF FF";
    /** The probe is broken: bit 7 of the first data byte is bit 0 of byte 1. */
    private static final String PROBE_ERROR = "01 E9 85 B3 96 96 E2 FF FF";

    @Test
    void liveDataAreAskedForAndKeptAlive() {
        FakeSession session = open();
        assertEquals(List.of(write("7D 81 A1 80 80 80 80 80 80"), new Wake(Cms50Protocol.REMIND)), session.actions);
        session.send(FakeSession.hex(SAMPLE)).elapse();
        assertEquals(write("7D 81 AF 80 80 80 80 80 80"), session.last());
    }

    @Test
    void anOximeterThatStaysSilentIsAskedAgainAndThenGivenUp() {
        FakeSession session = open().elapse().elapse();
        assertEquals(write("7D 81 A1 80 80 80 80 80 80"), session.last());
        session.elapse();
        assertTrue(
                session.closed().get(0).startsWith("OXI-011 "), session.closed().toString());
    }

    @Test
    void sixtySamplesAreOneReading() {
        FakeSession session = open().send(samples(SAMPLE, 60));
        assertEquals(2, session.observations.size());
        NumericValue rate =
                assertInstanceOf(NumericValue.class, session.observations.get(1).value());
        assertEquals(new BigDecimal("150"), rate.quantity().value());
    }

    @Test
    void aBrokenProbeIsAnErrorAndNoNumber() {
        FakeSession session = open().send(samples(PROBE_ERROR, 60));
        assertEquals(
                new AbsentValue(DataAbsentReason.ERROR),
                session.observations.get(0).value());
    }

    @Test
    void otherPacketsAreNoReadings() {
        assertEquals(List.of(), open().send(samples("0C 80", 60)).rejects);
    }

    @Test
    void aPacketIsWrittenAsItIsRead() {
        Packet packet = new Packet(0x0B, Bytes.of((byte) 0xA1, (byte) 0x02));
        assertEquals(new Decoded.Frame<>(packet), Packet.read(packet.bytes().asBuffer()));
    }

    @Test
    void aSystolicBelow128IsReadByItsUpperBit() {
        // as in the captures, but bit 1 of the first byte is clear: 0x14 + 0x64 = 118
        Decoded<CuffRecord> read =
                CuffRecord.read(ByteBuffer.wrap(FakeSession.hex("80 80 F6 D5 C8 E9 97 85 80 81 8D 89 80 91")));
        CuffRecord record = ((Decoded.Frame<CuffRecord>) read).frame();
        assertEquals(118, record.systolic());
        assertEquals("2023-05-01 13:09", record.time());
    }

    @Test
    void theBluetoothModelIsAskedEverySecondAndItsValuesAreReadings() {
        FakeSession session = new FakeSession(new Cms50BluetoothDriver(), Map.of()).connect();
        // 70 /min, 98 %; the sum of all before is the last byte
        session.send(Cms50BluetoothProtocol.NOTIFICATIONS, FakeSession.hex("EB 01 04 46 62 7F 00 17"));
        assertEquals(2, session.observations.size());
        session.elapse();
        assertEquals(Cms50BluetoothProtocol.ASK, session.last());
        session.send(Cms50BluetoothProtocol.NOTIFICATIONS, FakeSession.hex("EB 01 04 46 62 7F 00 18"));
        assertEquals("OXI-004", session.rejects.get(0).error().code());
    }

    /** FF and 7F, as the maker's other oximeters say that there is no number; their sum with EB 01 04 7F 00 ends in ED. */
    @Test
    void aBluetoothModelWithoutAFingerHasNoNumber() {
        FakeSession session = new FakeSession(new Cms50BluetoothDriver(), Map.of()).connect();
        session.send(Cms50BluetoothProtocol.NOTIFICATIONS, FakeSession.hex("EB 01 04 FF 7F 7F 00 ED"));
        assertEquals(2, session.observations.size());
        assertTrue(session.observations.stream().allMatch(told -> told.value() instanceof AbsentValue));
    }

    @Property(tries = 60)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 30) int length) {
        byte[] line = samples(SAMPLE, 130);
        FakeSession whole = open().send(line).disconnect();
        assertEquals(6, whole.observations.size());
        assertEquals(whole.observations, open().sendInPieces(line, length).disconnect().observations);
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll byte[] noise) {
        open().send(noise).disconnect();
        CuffRecord.read(ByteBuffer.wrap(noise));
        new FakeSession(new Cms50BluetoothDriver(), Map.of()).send(Cms50BluetoothProtocol.NOTIFICATIONS, noise);
    }

    private static FakeSession open() {
        return new FakeSession(new Cms50Driver(), Map.of()).connect();
    }

    private static byte[] samples(String sample, int count) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            line.writeBytes(FakeSession.hex(sample));
        }
        return line.toByteArray();
    }

    private static Write write(String hex) {
        return new Write(Channel.STREAM, Bytes.of(FakeSession.hex(hex)));
    }
}
