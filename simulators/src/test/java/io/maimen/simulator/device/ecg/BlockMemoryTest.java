package io.maimen.simulator.device.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockMemoryTest {
    private static final Instant NOW = Instant.parse("2026-03-04T00:15:00Z");
    private final BlockMemory memory = new BlockMemory(4, 2, Duration.ofSeconds(5));

    @Test
    void blocksGoOutInOrderAndOnlySoManyAtOnce() {
        keep(0, 1, 2);
        assertEquals(List.of("7/0", "7/1"), due(NOW));
        assertEquals(List.of(), due(NOW));
        memory.forget("7/0");
        assertEquals(List.of("7/2"), due(NOW));
    }

    @Test
    void aBlockWithoutAnAnswerGoesOutAgainAfterFiveSeconds() {
        keep(0);
        due(NOW);
        assertEquals(List.of(), due(NOW.plusMillis(4_999)));
        assertEquals(List.of("7/0"), due(NOW.plusSeconds(5)));
    }

    @Test
    void afterADisconnectEverythingGoesOutAgainAtOnce() {
        keep(0, 1);
        due(NOW);
        memory.disconnected();
        assertEquals(List.of("7/0", "7/1"), due(NOW));
    }

    @Test
    void whenFullTheOldestMakesRoom() {
        keep(0, 1, 2, 3);
        assertFalse(memory.keep(block(4)));
        assertEquals(List.of("7/1", "7/2"), due(NOW));
    }

    @Test
    void aSecondAnswerFindsNothingToForget() {
        keep(0);
        assertTrue(memory.forget("7/0"));
        assertFalse(memory.forget("7/0"));
        assertTrue(memory.isEmpty());
    }

    private void keep(int... sequences) {
        for (int sequence : sequences) {
            assertTrue(memory.keep(block(sequence)));
        }
    }

    private List<String> due(Instant now) {
        return memory.due(now).stream().map(EcgBlock::key).toList();
    }

    private static EcgBlock block(int sequence) {
        return new EcgBlock("ECG-0001", 7, sequence, sequence, NOW, 250_000, 5_000, 1, Samples.of(0));
    }
}
