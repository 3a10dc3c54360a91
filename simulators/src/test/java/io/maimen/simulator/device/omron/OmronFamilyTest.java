package io.maimen.simulator.device.omron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction;
import io.maimen.observation.device.UserSlot;
import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OmronFamilyTest {
    private static final Duration TWO_CONNECTIONS = Duration.ofMillis(1_500);

    @ParameterizedTest
    @EnumSource(OmronLayout.class)
    void bothByteOrdersAreReadAndAReDownloadStoresNothingTwice(OmronLayout layout) {
        Played played =
                Play.of(new OmronFamily(layout), 11).withLength(TWO_CONNECTIONS).run();
        assertEquals(2, played.connections());
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
        assertEquals(2 * (11 + 12), played.all().size(), "pressure and pulse, and the memory came twice");
        assertEquals(2 * 12, played.stored().size());
    }

    @Test
    void twoPeopleKeepTheirSlots() {
        assertEquals(Set.of(2 * 6L), slotCounts(Play.of(new OmronFamily(), 11)));
        assertEquals(Set.of(2 * 12L), slotCounts(Play.of(new OmronFamily(), 11, OmronFamily.WRONG_USER_SLOT)));
    }

    private static Set<Long> slotCounts(Play play) {
        Map<UserSlot, Long> bySlot = play.withLength(TWO_CONNECTIONS).run().stored().stream()
                .collect(Collectors.groupingBy(
                        observation -> observation.source().slot().orElseThrow(), Collectors.counting()));
        return Set.copyOf(bySlot.values());
    }

    @Test
    void aCuffThatTakesAKeyOnceIsUnlockedWithItLater() {
        Played played = Play.of(new OmronFamily(), 11, OmronFamily.BOND_WORKS_ONCE)
                .withLength(TWO_CONNECTIONS)
                .run();
        assertEquals(List.of(), played.missing());
        assertEquals(2 * 12, played.stored().size());
        // 02 asks for a new key, 00 gives it, 01 shows it.
        List<Integer> opcodes = played.written().stream()
                .filter(write -> write.channel().name().equals(OmronFamily.UNLOCK))
                .map(write -> (int) write.bytes().toArray()[0])
                .toList();
        assertEquals(List.of(2, 0, 2, 1), opcodes);
    }

    @Test
    void aRequestWithoutAnswerIsAskedAgain() {
        Played played = Play.of(new OmronFamily(), 11, OmronFamily.DEAF).run();
        assertEquals(List.of(), played.missing());
        Set<DriverAction.Write> requests = Set.copyOf(played.written());
        assertTrue(requests.size() < played.written().size(), "asked again");
    }

    /** 120/90, 98 a minute, 2026-06-11 18:06:12, the cuff fits. */
    @Test
    void aRecordFromTheSmallEnd() {
        Entry entry = new Entry(1, LocalDateTime.parse("2026-06-11T18:06:12"), 120, 90, 98);
        assertEquals(
                "5f5a621a72198c11" + "000000000000",
                HexFormat.of()
                        .formatHex(
                                OmronLayout.LITTLE_ENDIAN.record(entry, 12, 0).array()));
    }
}
