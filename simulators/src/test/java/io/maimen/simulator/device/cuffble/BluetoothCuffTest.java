package io.maimen.simulator.device.cuffble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.SettableClock;
import io.maimen.simulator.device.bluez.Radio;
import io.maimen.simulator.device.cuff.CuffReadings;
import io.maimen.simulator.device.cuff.Sitter;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Indicated;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BluetoothCuffTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T00:15:00Z");

    @TempDir
    private Path directory;

    private final SettableClock clock = new SettableClock(BEGIN);
    private final FakeRadio radio = new FakeRadio();
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
    void theWholeMemoryIsIndicatedAgainAtEachConnection() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(30, false, 0, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 25);
        assertEquals(List.of(), keys(Indicated.class), "nobody was there");
        subscribe(cuff);
        assertEquals(3, radio.indicated);
        assertEquals(keys(PressureOffered.class), keys(Taken.class));
        seconds(cuff, 10);
        subscribe(cuff);
        assertEquals(3 + 4, radio.indicated, "the three again, and the new one");
        assertEquals(4, keys(Indicated.class).size(), "each is in the journal once");
        assertEquals(2, radio.left);
    }

    @Test
    void aCuffRemembersItsLatestReadingsOnly() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(2, false, 0, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 45);
        subscribe(cuff);
        assertEquals(keys(PressureOffered.class).subList(3, 5), keys(Taken.class));
    }

    /** Who is killed in the moment between the last indication and its fsync has taken nothing. */
    @Test
    void whoLeavesBeforeTheEndHasTakenNothing() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(30, false, 0, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 25);
        cuff.subscribed(BluetoothCuff.MEASUREMENT);
        step(cuff, Duration.ofMillis(100), 4);
        assertEquals(3, radio.indicated);
        cuff.unsubscribed();
        step(cuff, Duration.ofMillis(100), 10);
        assertEquals(List.of(), keys(Taken.class));
        assertEquals(1, radio.left);
        subscribe(cuff);
        assertEquals(keys(PressureOffered.class), keys(Taken.class));
    }

    @Test
    void aForgetfulCuffIsNeverToldThatSomethingWasTaken() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(30, true, 0, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 25);
        subscribe(cuff);
        assertEquals(keys(PressureOffered.class), keys(Indicated.class));
        assertEquals(List.of(), keys(Taken.class));
        subscribe(cuff);
        assertEquals(3, radio.indicated, "it has forgotten them");
    }

    @Test
    void whoWalksAwayInTheMiddleSendsAllAgain() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(30, false, 1, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 25);
        subscribe(cuff);
        assertEquals(2, radio.indicated);
        assertEquals(List.of(), keys(Taken.class));
    }

    @Test
    void itCallsOutWhileItHasNews() throws Exception {
        BluetoothCuff cuff = cuff(new CuffHabits(30, false, 0, 0, CuffHabits.Pace.STANDARD));
        seconds(cuff, 9);
        assertTrue(radio.called >= 8, radio.called + " calls");
        subscribe(cuff);
        int called = radio.called;
        cuff.step(radio, clock.instant(), false);
        assertEquals(called, radio.called);
    }

    private BluetoothCuff cuff(CuffHabits habits) {
        List<Sitter> sitters = List.of(
                new Sitter(Optional.of("p-aaa"), Optional.of(new UserSlot(1))),
                new Sitter(Optional.of("p-bbb"), Optional.of(new UserSlot(2))));
        return new BluetoothCuff(
                DeviceId.serial("BP-0001"),
                "AA:BB:CC:DD:EE:01",
                new CuffReadings(sitters, 7, new CuffReadings.Crises(0, Set.of(), Duration.ofSeconds(65))),
                Duration.ofSeconds(10),
                ZoneId.of("Asia/Shanghai"),
                habits,
                journal,
                line -> {},
                clock);
    }

    private void subscribe(BluetoothCuff cuff) {
        cuff.subscribed(BluetoothCuff.MEASUREMENT);
        step(cuff, Duration.ofMillis(100), 12, false);
    }

    private void seconds(BluetoothCuff cuff, int seconds) {
        step(cuff, Duration.ofSeconds(1), seconds);
    }

    private void step(BluetoothCuff cuff, Duration pulse, int times) {
        step(cuff, pulse, times, true);
    }

    private void step(BluetoothCuff cuff, Duration pulse, int times, boolean measuring) {
        for (int i = 0; i < times; i++) {
            cuff.step(radio, clock.instant(), measuring);
            clock.advance(pulse);
        }
    }

    private List<String> keys(Class<? extends JournalEntry> type) throws Exception {
        return Journal.read(directory.resolve("journal.jsonl")).stream()
                .filter(type::isInstance)
                .map(JournalEntry::key)
                .toList();
    }

    /** Always in reach of somebody who subscribed. */
    private static final class FakeRadio implements Radio {
        private int called;
        private int indicated;
        private int left;

        @Override
        public void advertise() {
            called++;
        }

        @Override
        public boolean indicate(String uuid, byte... value) {
            indicated++;
            return true;
        }

        @Override
        public void leave() {
            left++;
        }

        @Override
        public void vanish() {}
    }
}
