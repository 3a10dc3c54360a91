package io.maimen.driver.openbci;

import static io.maimen.driver.waveform.Line.joined;
import static io.maimen.driver.waveform.Line.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.waveform.Line;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.Nomenclature;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CytonTest {
    private static final Map<String, String> ONE_LEAD = Map.of("leads.1", "I");

    @Test
    void theBoardIsAskedToBegin() {
        assertEquals(
                List.of(new Write(Channel.STREAM, Bytes.of((byte) 'b'))),
                line().protocol().on(new Connected(Line.NOW)));
    }

    @Test
    void twoSecondsAreABlockOfEachLeadThatWasNamed() {
        Line line = new Line(new CytonDriver(), Map.of("leads.1", "I", "leads.2", "II"));
        List<Observation> blocks = line.receive(packets(0, 500), 33).waveforms();
        assertEquals(
                List.of(Nomenclature.ECG_LEAD_I, Nomenclature.ECG_LEAD_II),
                blocks.stream().map(Observation::type).toList());
        SampledValue first = value(blocks.get(0));
        assertEquals(500, first.samples().size());
        assertEquals(new BigDecimal("250"), first.rateHz());
        assertEquals(0, first.scale().compareTo(new BigDecimal("0.00002235174445530706")), first::toString);
        assertEquals(7, first.samples().get(7));
        assertEquals(-7, value(blocks.get(1)).samples().get(7));
        assertEquals(Set.of(), blocks.get(0).statuses());
        assertEquals(Line.NOW, blocks.get(0).timing().measuredAt());
        assertNotEquals(blocks.get(0).id(), blocks.get(1).id());
    }

    @Test
    void lostPacketsAreAGapByTheirCountThatBeginsAgainAt256() {
        Line line =
                line().receive(joined(packets(0, 250), packets(260, 300)), 33).end();
        SampledValue block = value(line.waveforms().get(0));
        assertEquals(List.of(new SampleGap(250, 10)), block.gaps());
        assertEquals(0, block.samples().get(255));
        assertEquals(260, block.samples().get(260));
    }

    @Test
    void afterDamagedBytesThePacketsGoOnWhereTheyAre() {
        byte[] damaged = packets(10, 11);
        damaged[32] = 0;
        Line line = line().receive(joined(packets(0, 10), damaged, packets(11, 20)), 5)
                .end();
        assertEquals(List.of("ECG-112"), line.refusals());
        SampledValue block = value(line.waveforms().get(0));
        assertEquals(20, block.samples().size());
        assertEquals(List.of(new SampleGap(10, 1)), block.gaps());
    }

    @Test
    void bytesOfASampleThatLookLikeAPacketAreNotTakenForOne() {
        byte[] looks = new byte[33];
        looks[0] = (byte) 0xA0;
        looks[1] = 77;
        looks[32] = (byte) 0xC0;
        Line line = line().receive(joined(new byte[] {1, 2, 3}, looks, packets(0, 10)), 7)
                .end();
        assertEquals(List.of("ECG-110", "ECG-100"), line.refusals());
        assertEquals(10, value(line.waveforms().get(0)).samples().size());
    }

    @Test
    void theBannerIsNoPacket() {
        byte[] banner = "OpenBCI V3 8-16 channel$$$".getBytes(StandardCharsets.US_ASCII);
        Line line = line().receive(joined(banner, packets(0, 3)), 4).end();
        assertArrayEquals(banner, line.refusedBytes());
        assertEquals(3, value(line.waveforms().get(0)).samples().size());
    }

    @Test
    void aSilenceBeginsANewStream() {
        Line line = line().receive(packets(0, 3), Line.NOW)
                .receive(packets(3, 5), Line.NOW.plusSeconds(2))
                .end();
        SampledValue after = value(line.waveforms().get(1));
        assertEquals(0, after.position().firstSample());
        assertNotEquals(value(line.waveforms().get(0)).position().stream(), after.position().stream());
    }

    @Test
    void anAmplifierAtItsRailIsDoubted() {
        byte[] railed = packets(0, 3);
        railed[2] = 0x7F;
        railed[3] = (byte) 0xFF;
        railed[4] = (byte) 0xFF;
        Line line = line().receive(railed, 33).end();
        assertEquals(
                Set.of(MeasurementStatus.QUESTIONABLE), line.waveforms().get(0).statuses());
    }

    @Test
    void nobodyGuessesWhichChannelIsALead() {
        for (Map<String, String> options :
                List.of(Map.<String, String>of(), Map.of("leads.9", "I"), Map.of("leads.1", "V1"))) {
            assertThrows(IllegalArgumentException.class, () -> new Line(new CytonDriver(), options));
        }
    }

    @Property(tries = 200)
    void anyPiecesAndAnyNoiseGiveTheSamePacketsAndLoseNoByte(
            @ForAll @Size(max = 70) byte[] noise, @ForAll @IntRange(min = 1, max = 80) int piece) {
        byte[] all = joined(packets(0, 5), noise, packets(5, 12));
        Line whole = line().receive(all, all.length).end();
        Line pieces = line().receive(all, piece).end();
        assertEquals(whole.observations(), pieces.observations());
        assertArrayEquals(whole.refusedBytes(), pieces.refusedBytes());
        assertEquals(all.length, whole.refusedBytes().length + whole.storedBytes().length);
    }

    private static Line line() {
        return new Line(new CytonDriver(), ONE_LEAD);
    }

    /** Packets of these numbers; channel 1 carries the number, channel 2 the same below zero. */
    private static byte[] packets(int from, int to) {
        byte[] packets = new byte[(to - from) * CytonPacket.LENGTH];
        for (int number = from; number < to; number++) {
            int at = (number - from) * CytonPacket.LENGTH;
            packets[at] = (byte) 0xA0;
            packets[at + 1] = (byte) number;
            put(packets, at + 2, number);
            put(packets, at + 5, -number);
            packets[at + 32] = (byte) 0xC0;
        }
        return packets;
    }

    private static void put(byte[] packets, int at, int value) {
        packets[at] = (byte) (value >> 16);
        packets[at + 1] = (byte) (value >> 8);
        packets[at + 2] = (byte) value;
    }
}
