package io.maimen.simulator.device.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.SettableClock;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import io.maimen.simulator.signal.SyntheticEcg;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EcgPatchTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T00:15:00Z");

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(BEGIN);
    private final FakeGateway gateway = new FakeGateway();
    private Journal journal;

    @BeforeEach
    void open() throws Exception {
        journal = Journal.create(directory.resolve("journal.jsonl"));
    }

    @AfterEach
    void close() throws Exception {
        journal.close();
    }

    @Test
    void aStoredBlockIsTakenAndNotSentAgain() throws Exception {
        seconds(patch(new EcgFaults(0, 0)), 3);
        assertEquals(List.of("7/0", "7/1", "7/2"), gateway.published);
        assertEquals(List.of("7/0", "7/1", "7/2"), keys(Taken.class));
    }

    @Test
    void aBlockThatWasNotStoredIsSentAgainAndOfferedOnce() throws Exception {
        gateway.answer = BlockChannel.Answer.AGAIN;
        EcgPatch patch = patch(new EcgFaults(0, 0));
        seconds(patch, 1);
        gateway.answer = BlockChannel.Answer.STORED;
        seconds(patch, 6);
        assertEquals(2, gateway.published.stream().filter("7/0"::equals).count());
        assertEquals(1, keys(BlockOffered.class).stream().filter("7/0"::equals).count());
        assertEquals(1, keys(Taken.class).stream().filter("7/0"::equals).count());
    }

    @Test
    void whatWasMeasuredWhileTheGatewayWasAwayComesLater() throws Exception {
        gateway.there = false;
        EcgPatch patch = patch(new EcgFaults(0, 0));
        seconds(patch, 600);
        assertEquals(List.of(), keys(BlockOffered.class));
        gateway.there = true;
        seconds(patch, 100);
        assertTrue(keys(Taken.class).size() >= 600, keys(Taken.class).size() + " taken");
        assertEquals(keys(BlockOffered.class), keys(Taken.class));
    }

    @Test
    void aRefusedBlockIsNeitherTakenNorSentAgain() throws Exception {
        gateway.answer = BlockChannel.Answer.REFUSED;
        EcgPatch patch = patch(new EcgFaults(0, 0));
        seconds(patch, 1);
        gateway.answer = BlockChannel.Answer.STORED;
        seconds(patch, 6);
        assertEquals(1, gateway.published.stream().filter("7/0"::equals).count());
        assertTrue(keys(Taken.class).stream().noneMatch("7/0"::equals));
    }

    @Test
    void aDroppedBlockIsAJumpOfTheSampleIndexAndNotOfTheSequence() throws Exception {
        seconds(patch(new EcgFaults(0, 2)), 4);
        assertEquals(
                List.of("7/0 at 0", "7/1 at 500"),
                Journal.read(directory.resolve("journal.jsonl")).stream()
                        .filter(BlockOffered.class::isInstance)
                        .map(BlockOffered.class::cast)
                        .map(block -> block.key() + " at " + block.firstSample())
                        .toList());
    }

    private EcgPatch patch(EcgFaults faults) {
        return new EcgPatch(
                DeviceId.serial("ECG-0001"),
                new BlockMaker("ECG-0001", 7, new SyntheticEcg(1, BlockMaker.RATE_HZ), 250, faults, BEGIN),
                new BlockMemory(3_600, 8, Duration.ofSeconds(5)),
                gateway,
                journal,
                ignored -> {},
                clock);
    }

    private void seconds(EcgPatch patch, int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            patch.step(clock.instant(), true);
        }
        patch.step(clock.instant(), false);
    }

    private List<String> keys(Class<? extends JournalEntry> kind) throws Exception {
        return Journal.read(directory.resolve("journal.jsonl")).stream()
                .filter(kind::isInstance)
                .map(JournalEntry::key)
                .toList();
    }

    private static final class FakeGateway implements BlockChannel {
        private final List<String> published = new ArrayList<>();
        private boolean there = true;
        private Answer answer = Answer.STORED;

        @Override
        public boolean ready() {
            return there;
        }

        @Override
        public void publish(byte[] block, Consumer<Answer> answered) {
            ByteBuffer bytes = ByteBuffer.wrap(block);
            published.add(bytes.getInt(12) + "/" + bytes.getInt(16));
            answered.accept(answer);
        }
    }
}
