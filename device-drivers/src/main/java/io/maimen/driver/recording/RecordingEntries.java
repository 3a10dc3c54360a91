package io.maimen.driver.recording;

import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.time.ReceiveTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides a recording into portions that an envelope can carry. A file that fits with its blocks is one frame; a longer one is as many as
 * needed, and every block names them all: put together in their order they are the file. Stateless.
 */
final class RecordingEntries {
    /** What a portion takes of the outbox's largest entry, 240 KiB, with room for names and numbers. */
    private static final int MOST_BYTES = 200 << 10;

    /** A block's names, numbers and references. */
    private static final int BLOCK_OVERHEAD_BYTES = 4 << 10;

    private static final int MOST_FILE_BYTES = 100 << 10;

    private RecordingEntries() {}

    /** What is stored together. Immutable. */
    record Portion(RawFrame frame, List<Observation> observations) {
        Portion {
            observations = List.copyOf(observations);
        }
    }

    static List<Portion> of(Origin origin, EcgRecording recording, Bytes file, ReceiveTime at) {
        RecordingBlocks blocks = new RecordingBlocks(origin);
        List<RawFrame> whole = frames(recording, file, 1, at);
        List<Observation> all = blocks.of(recording, whole);
        if (file.size() + all.stream().mapToInt(RecordingEntries::bytes).sum() <= MOST_BYTES) {
            return List.of(new Portion(whole.get(0), all));
        }
        List<List<Observation>> groups = groups(all);
        int pieces = Math.max(groups.size(), (file.size() + MOST_FILE_BYTES - 1) / MOST_FILE_BYTES);
        List<RawFrame> frames = frames(recording, file, pieces, at);
        groups = groups(blocks.of(recording, frames));
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            portions.add(new Portion(frames.get(i), i < groups.size() ? groups.get(i) : List.of()));
        }
        return portions;
    }

    private static List<List<Observation>> groups(List<Observation> all) {
        List<List<Observation>> groups = new ArrayList<>();
        int room = 0;
        for (Observation block : all) {
            int bytes = bytes(block);
            if (groups.isEmpty() || bytes > room) {
                groups.add(new ArrayList<>());
                room = MOST_BYTES - MOST_FILE_BYTES;
            }
            groups.get(groups.size() - 1).add(block);
            room -= bytes;
        }
        return groups;
    }

    /** At least what it takes on the wire, where samples go as differences of seven bits a byte (docs/wire.md). */
    private static int bytes(Observation block) {
        Samples samples = ((SampledValue) block.value()).samples();
        int bytes = BLOCK_OVERHEAD_BYTES;
        long before = 0;
        for (int i = 0; i < samples.size(); i++) {
            long difference = Math.abs(samples.get(i) - before) << 1;
            bytes += 1 + (Long.SIZE - Long.numberOfLeadingZeros(difference)) / 7;
            before = samples.get(i);
        }
        return bytes;
    }

    private static List<RawFrame> frames(EcgRecording recording, Bytes file, int pieces, ReceiveTime at) {
        byte[] bytes = file.toArray();
        List<RawFrame> frames = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int from = (int) ((long) bytes.length * i / pieces);
            int to = (int) ((long) bytes.length * (i + 1) / pieces);
            frames.add(new RawFrame(
                    Bytes.of(Arrays.copyOfRange(bytes, from, to)), at, fields(recording.fields(), from, to)));
        }
        return frames;
    }

    /** The fields that lie in a piece, by their place in it. */
    private static List<FrameField> fields(List<FrameField> all, int from, int to) {
        return all.stream()
                .filter(field -> field.offset() >= from && field.offset() + field.length() <= to)
                .limit(RawFrame.MOST_FIELDS)
                .map(field -> new FrameField(
                        field.name(), field.value(), field.unit(), field.offset() - from, field.length()))
                .toList();
    }
}
