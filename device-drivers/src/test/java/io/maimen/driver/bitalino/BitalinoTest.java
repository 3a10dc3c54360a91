package io.maimen.driver.bitalino;

import static io.maimen.driver.waveform.Line.joined;
import static io.maimen.driver.waveform.Line.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.waveform.Line;
import io.maimen.observation.Bytes;
import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BitalinoTest {
    @Test
    void aFrameOfOneChannelIsReadFromItsEnd() {
        // A1 low six bits 101010, I1 O2 set, A1 high four bits 0110, sequence 9, CRC
        byte[] frame = withCrc(HexFormat.of().parseHex("A8" + "96" + "90"));
        Decoded.Frame<BitalinoFrame> read = (Decoded.Frame<BitalinoFrame>) BitalinoFrame.read(ByteBuffer.wrap(frame));
        assertEquals(new BitalinoFrame(9, 0b1001, Samples.of(0b0110101010)), read.frame());
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] frame = frames(3, 4);
        for (int bit = 0; bit < frame.length * 8; bit++) {
            byte[] damaged = frame.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertInstanceOf(Decoded.Refused.class, BitalinoFrame.read(ByteBuffer.wrap(damaged)));
        }
    }

    @Test
    void rateAndChannelsAreAskedFor() {
        Line line = new Line(new BitalinoDriver(), Map.of("leads.2", "I", "rateHz", "100"));
        assertEquals(
                List.of(new Write(Channel.STREAM, Bytes.of((byte) 0x83)), new Write(Channel.STREAM, Bytes.of((byte)
                        0x0D))),
                line.protocol().on(new Connected(Line.NOW)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Line(new BitalinoDriver(), Map.of("leads.1", "I", "rateHz", "250")));
    }

    @Test
    void framesBecomeABlockAroundTheMiddleOfTheConverter() {
        SampledValue block = value(line().receive(frames(0, 200), 3).waveforms().get(0));
        assertEquals(200, block.samples().size());
        assertEquals(-512, block.samples().get(0));
        assertEquals(-412, block.samples().get(100));
        assertEquals(new BigDecimal("100"), block.rateHz());
        assertEquals(0, block.scale().compareTo(new BigDecimal("0.0029296875")));
    }

    @Test
    void lostFramesAreAGapByTheirCountThatBeginsAgainAt16() {
        Line line = line().receive(joined(frames(0, 14), frames(18, 30)), 100).end();
        SampledValue block = value(line.waveforms().get(0));
        assertEquals(List.of(new SampleGap(14, 4)), block.gaps());
        assertEquals(30, block.samples().size());
    }

    @Test
    void aDamagedFrameIsLeftOutAndTheNextOnesAreRead() {
        byte[] damaged = frames(5, 6);
        damaged[0] ^= 1;
        Line line =
                line().receive(joined(frames(0, 5), damaged, frames(6, 40)), 1).end();
        SampledValue block = value(line.waveforms().get(0));
        assertEquals(List.of(new SampleGap(5, 1)), block.gaps());
        assertEquals(40, block.samples().size());
    }

    @Property(tries = 200)
    void anyPiecesGiveTheSameObservations(@ForAll byte[] noise, @ForAll @IntRange(min = 1, max = 20) int piece) {
        byte[] all = joined(frames(0, 9), noise, frames(9, 40));
        Line whole = line().receive(all, all.length).end();
        assertEquals(whole.observations(), line().receive(all, piece).end().observations());
        assertEquals(all.length, whole.refusedBytes().length + whole.storedBytes().length);
    }

    private static Line line() {
        return new Line(new BitalinoDriver(), Map.of("leads.1", "I", "rateHz", "100"));
    }

    /** Frames of one channel, which carries the number. */
    private static byte[] frames(int from, int to) {
        byte[] frames = {};
        for (int number = from; number < to; number++) {
            byte[] frame = {(byte) ((number & 0x3F) << 2), (byte) ((number >> 6) & 0x0F), (byte) ((number & 0x0F) << 4)
            };
            frames = joined(frames, withCrc(frame));
        }
        return frames;
    }

    /** The CRC by long division: what the polynomial 10011 leaves of the frame. */
    private static byte[] withCrc(byte[] frame) {
        long rest = 0;
        for (byte each : frame) {
            rest = (rest << 8) | (each & 0xFF);
        }
        for (int bit = frame.length * 8 - 1; bit >= 4; bit--) {
            if (((rest >> bit) & 1) != 0) {
                rest ^= 0b10011L << (bit - 4);
            }
        }
        byte[] whole = frame.clone();
        whole[frame.length - 1] |= (byte) rest;
        return whole;
    }
}
