package io.maimen.driver.ecgpatch;

import static io.maimen.driver.ecgpatch.BlockLayout.COUNT;
import static io.maimen.driver.ecgpatch.BlockLayout.CRC_LENGTH;
import static io.maimen.driver.ecgpatch.BlockLayout.FIRST_SAMPLE;
import static io.maimen.driver.ecgpatch.BlockLayout.FLAGS;
import static io.maimen.driver.ecgpatch.BlockLayout.LEAD;
import static io.maimen.driver.ecgpatch.BlockLayout.MAGIC;
import static io.maimen.driver.ecgpatch.BlockLayout.RATE;
import static io.maimen.driver.ecgpatch.BlockLayout.RESERVED;
import static io.maimen.driver.ecgpatch.BlockLayout.SAMPLES;
import static io.maimen.driver.ecgpatch.BlockLayout.SCALE;
import static io.maimen.driver.ecgpatch.BlockLayout.SEQUENCE;
import static io.maimen.driver.ecgpatch.BlockLayout.SERIAL_CHECK;
import static io.maimen.driver.ecgpatch.BlockLayout.STREAM;
import static io.maimen.driver.ecgpatch.BlockLayout.TIME;
import static io.maimen.driver.ecgpatch.BlockLayout.VERSION;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.frame.Checksum;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.time.TimeScale;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads {@code ecg-patch.block}. Source: docs/devices/ecg-patch.md, "A block". Stateless; may be shared. */
final class BlockDecoder implements FrameDecoder {
    private static final long MAX_RATE_MILLI_HERTZ = 100_000_000L;
    private static final int FIRST_SAMPLE_BITS = 53;
    /** 9999-12-31T23:59:59.999999Z, where the scale of our times ends. */
    private static final long LAST_TIME_MICROS = 253_402_300_799_999_999L;

    @Override
    public String name() {
        return "ecg-patch.block";
    }

    @Override
    public Decoded<DecodedFrame> decode(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        return firstFault(in)
                .<Decoded<DecodedFrame>>map(Decoded.Refused::new)
                .orElseGet(() -> new Decoded.Frame<>(new DecodedFrame(name(), fields(in))));
    }

    /** The block itself, under the same conditions as {@link #decode}. */
    Decoded<Block> read(ByteBuffer bytes) {
        ByteBuffer in = bytes.slice();
        return firstFault(in).<Decoded<Block>>map(Decoded.Refused::new).orElseGet(() -> new Decoded.Frame<>(block(in)));
    }

    /** The checksum is judged before any field: in damaged bytes no field means anything. */
    private static Optional<DecodeError> firstFault(ByteBuffer in) {
        int length = in.limit();
        if (length < BlockLayout.SHORTEST || length > BlockLayout.length(BlockLayout.MAX_COUNT)) {
            return fault("ECG-001", 0, "block must be 54 to 5052 bytes but was " + length);
        }
        if (in.getShort(MAGIC) != BlockLayout.MAGIC_VALUE) {
            return fault("ECG-002", MAGIC, "magic must be 4D45 but was " + hex(in.getShort(MAGIC) & 0xFFFF, 4));
        }
        int crcAt = length - CRC_LENGTH;
        long computed = Checksum.crc32(in.slice(0, crcAt));
        long sent = unsigned(in, crcAt);
        if (computed != sent) {
            return fault("ECG-003", crcAt, "CRC must be " + hex(computed, 8) + " but was " + hex(sent, 8));
        }
        if (in.get(VERSION) != BlockLayout.VERSION_VALUE) {
            return fault("ECG-004", VERSION, "version must be 1 but was " + in.get(VERSION));
        }
        int count = count(in);
        if (count == 0 || BlockLayout.length(count) != length) {
            return fault(
                    "ECG-005",
                    COUNT,
                    "block of " + count + " samples must be " + BlockLayout.length(count) + " bytes but was " + length);
        }
        return firstFieldFault(in);
    }

    private static Optional<DecodeError> firstFieldFault(ByteBuffer in) {
        int flags = in.get(FLAGS) & 0xFF;
        if ((flags & ~BlockLayout.FLAGS_KNOWN) != 0) {
            return fault("ECG-006", FLAGS, "flag bits 3 to 7 must be 0 but flags was " + hex(flags, 2));
        }
        if (in.getInt(SERIAL_CHECK) != 0) {
            return fault("ECG-006", SERIAL_CHECK, "high 4 bytes of the serial check must be 0");
        }
        if (in.get(RESERVED) != 0) {
            return fault("ECG-006", RESERVED, "reserved must be 0 but was " + in.get(RESERVED));
        }
        if (in.getLong(FIRST_SAMPLE) >>> FIRST_SAMPLE_BITS != 0) {
            return fault("ECG-007", FIRST_SAMPLE, "first sample must be below 2^53");
        }
        if (clockSet(in) && (in.getLong(TIME) < 0 || in.getLong(TIME) > LAST_TIME_MICROS)) {
            return fault("ECG-007", TIME, "time must be before year 10000");
        }
        long rate = unsigned(in, RATE);
        if (rate == 0 || rate > MAX_RATE_MILLI_HERTZ) {
            return fault("ECG-007", RATE, "rate must be 1 to 100000000 mHz but was " + rate);
        }
        if (in.getInt(SCALE) == 0) {
            return fault("ECG-007", SCALE, "scale must be 1 nV or more but was 0");
        }
        if (in.get(LEAD) != 1 && in.get(LEAD) != 2) {
            return fault("ECG-007", LEAD, "lead must be 1 or 2 but was " + in.get(LEAD));
        }
        return Optional.empty();
    }

    private static Block block(ByteBuffer in) {
        int flags = in.get(FLAGS);
        return new Block(
                (flags & BlockLayout.FLAG_ELECTRODE_OFF) != 0,
                (flags & BlockLayout.FLAG_SIMULATED) != 0,
                unsigned(in, SERIAL_CHECK + Integer.BYTES),
                new StreamPosition(unsigned(in, STREAM), unsigned(in, SEQUENCE), in.getLong(FIRST_SAMPLE)),
                clockSet(in) ? Optional.of(TimeScale.ofEpochMicros(in.getLong(TIME))) : Optional.empty(),
                unsigned(in, RATE),
                unsigned(in, SCALE),
                lead(in),
                Samples.of(IntStream.range(0, count(in))
                        .map(i -> in.getShort(SAMPLES + i * Short.BYTES))
                        .toArray()));
    }

    private static List<FrameField> fields(ByteBuffer in) {
        int samplesLength = count(in) * Short.BYTES;
        long gapSamples = block(in).samples().stream()
                .filter(sample -> sample == Block.NO_SIGNAL)
                .count();
        return List.of(
                new FrameField("magic", hex(in.getShort(MAGIC), 4), "", MAGIC, 2),
                new FrameField("version", Byte.toString(in.get(VERSION)), "", VERSION, 1),
                new FrameField("flags", hex(in.get(FLAGS), 2), "", FLAGS, 1),
                new FrameField("serial check", hex(in.getLong(SERIAL_CHECK), 16), "", SERIAL_CHECK, 8),
                new FrameField("stream", Long.toString(unsigned(in, STREAM)), "", STREAM, 4),
                new FrameField("sequence", Long.toString(unsigned(in, SEQUENCE)), "", SEQUENCE, 4),
                new FrameField("first sample", Long.toString(in.getLong(FIRST_SAMPLE)), "", FIRST_SAMPLE, 8),
                new FrameField("time", Long.toString(in.getLong(TIME)), "us", TIME, 8),
                new FrameField("rate", Long.toString(unsigned(in, RATE)), "mHz", RATE, 4),
                new FrameField("scale", Long.toString(unsigned(in, SCALE)), "nV", SCALE, 4),
                new FrameField("lead", lead(in).equals(Nomenclature.ECG_LEAD_I) ? "I" : "II", "", LEAD, 1),
                new FrameField("reserved", "0", "", RESERVED, 1),
                new FrameField("count", Integer.toString(count(in)), "", COUNT, 2),
                new FrameField("samples", gapSamples + " without signal", "", SAMPLES, samplesLength),
                new FrameField(
                        "CRC", hex(unsigned(in, SAMPLES + samplesLength), 8), "", SAMPLES + samplesLength, CRC_LENGTH));
    }

    private static boolean clockSet(ByteBuffer in) {
        return (in.get(FLAGS) & BlockLayout.FLAG_CLOCK_UNSET) == 0;
    }

    private static MdcCode lead(ByteBuffer in) {
        return in.get(LEAD) == 1 ? Nomenclature.ECG_LEAD_I : Nomenclature.ECG_LEAD_II;
    }

    private static int count(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort(COUNT));
    }

    private static long unsigned(ByteBuffer in, int offset) {
        return Integer.toUnsignedLong(in.getInt(offset));
    }

    private static String hex(long value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "X", value);
    }

    private static Optional<DecodeError> fault(String code, int offset, String reason) {
        return Optional.of(new DecodeError(code, offset, reason));
    }
}
