package io.maimen.simulator.fault.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.HangUp;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultyDeviceTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int FRAMES = 200;

    /** Its n-th frame are the bytes n, n, n. */
    private record Counter(DeviceLink link, Duration every) implements DeviceFamily {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
            return new LineDevice() {
                private byte number;

                @Override
                public List<DeviceAct> on(HostEvent event) {
                    if (event instanceof HostEvent.Elapsed) {
                        number++;
                        return List.of(Send.stream(number, number, number), new Wake(every));
                    }
                    return event instanceof HostEvent.Connected ? List.of(new Wake(every)) : List.of();
                }
            };
        }
    }

    private static final Counter SERIAL = new Counter(new DeviceLink.Serial(9_600), SECOND);
    private static final Counter HASTY = new Counter(new DeviceLink.Serial(9_600), Duration.ofMillis(5));
    private static final Counter FILES = new Counter(new DeviceLink.Files(), SECOND);

    @Test
    void withoutFaultsEveryFrameComesAsItWasSent() {
        List<Send> sent = sent(SERIAL, LineFaults.NONE);
        assertEquals(FRAMES, sent.size());
        assertTrue(sent.stream().allMatch(send -> send.bytes().size() == 3), "frames must be whole but were " + sent);
    }

    @Test
    void aSplitAndMergedStreamKeepsItsBytes() {
        List<Send> sent = sent(HASTY, LineFaults.NONE.with(LineFault.SPLIT, 500).with(LineFault.MERGED, 300));
        assertEquals(joined(sent(HASTY, LineFaults.NONE)), joined(sent));
        assertTrue(sent.stream().anyMatch(send -> send.bytes().size() < 3), "a piece must be shorter than a frame");
        assertTrue(sent.stream().anyMatch(send -> send.bytes().size() > 3), "a piece must be longer than a frame");
    }

    @Test
    void bitErrorsTurnOneBitOver() {
        List<Send> sent = sent(SERIAL, LineFaults.NONE.with(LineFault.BIT_ERROR, 1000));
        for (int number = 1; number <= FRAMES; number++) {
            int turned = 0;
            for (byte one : sent.get(number - 1).bytes().toArray()) {
                turned += Integer.bitCount((one ^ number) & 0xff);
            }
            assertEquals(1, turned, "bits turned over in frame " + number);
        }
    }

    @Test
    void framesAreLostAndRepeated() {
        int kept = sent(SERIAL, LineFaults.NONE.with(LineFault.LOST, 200)).size();
        assertTrue(kept > FRAMES / 2 && kept < FRAMES, "a fifth must be lost but " + kept + " came");
        int more = sent(SERIAL, LineFaults.NONE.with(LineFault.REPEATED, 200)).size();
        assertTrue(more > FRAMES && more < FRAMES * 3 / 2, "a fifth must come twice but " + more + " came");
    }

    @Test
    void aResetCutsAFrameAndHangsUp() {
        LineDevice device = faulty(SERIAL, LineFaults.NONE.with(LineFault.RESET, 1000));
        device.on(new HostEvent.Connected(BEGIN));
        List<DeviceAct> acts = device.on(new HostEvent.Elapsed(BEGIN.plus(SECOND)));
        assertTrue(acts.contains(new HangUp()), acts.toString());
        assertTrue(acts.get(0) instanceof Send send && send.bytes().size() <= 3, acts.toString());
        assertFalse(
                device.on(new HostEvent.Elapsed(BEGIN.plus(SECOND).plus(SECOND))).stream()
                        .anyMatch(Send.class::isInstance),
                "nothing must come after it");
    }

    @Test
    void silenceLastsTenSeconds() {
        List<Send> sent = sent(SERIAL, LineFaults.NONE.with(LineFault.SILENCE, 50));
        assertTrue((FRAMES - sent.size()) >= 10, "10 frames must be missing at least but " + sent.size() + " came");
    }

    @Test
    void theSameSeedPlaysTheSameFaults() {
        LineFaults faults = LineFaults.NONE.with("lost=100").with("split").with("merged");
        assertEquals(sent(SERIAL, faults), sent(SERIAL, faults));
        assertNotEquals(sent(SERIAL, faults), sent(SERIAL, LineFaults.NONE));
    }

    @Test
    void aFileIsNeverCutOrBroken() {
        LineFaults faults = LineFaults.NONE
                .with(LineFault.SPLIT, 1000)
                .with(LineFault.BIT_ERROR, 1000)
                .with(LineFault.LOST, 1000);
        assertEquals(sent(FILES, LineFaults.NONE), sent(FILES, faults));
    }

    @Test
    void aClockBeginsAgainInTheYear2000AndAnotherDrifts() {
        DeviceClock clock = DeviceClock.right(ZoneOffset.UTC);
        LineDevice device =
                FaultyDevice.of(SERIAL, 1, clock, Set.of(), LineFaults.NONE.with(LineFault.CLOCK_2000, 1000));
        device.on(new HostEvent.Connected(BEGIN));
        assertEquals(LocalDateTime.of(2000, 1, 1, 0, 1), clock.shows(BEGIN.plusSeconds(60)));

        DeviceClock fast = new DriftingClock(DeviceClock.right(ZoneOffset.UTC), 5);
        assertEquals(LocalDateTime.of(2026, 3, 2, 1, 0), fast.shows(BEGIN));
        assertEquals(LocalDateTime.of(2026, 3, 2, 1, 16, 45), fast.shows(BEGIN.plusSeconds(1000)));
    }

    @Test
    void faultsAreNamedAsPeopleWriteThem() {
        assertEquals(20, LineFaults.NONE.with("bit-error").of(LineFault.BIT_ERROR));
        assertEquals(7, LineFaults.NONE.with("lost=7").of(LineFault.LOST));
        for (String wrong : List.of("rain", "lost=many", "lost=1001", "lost=-1")) {
            String message = assertThrows(IllegalArgumentException.class, () -> LineFaults.NONE.with(wrong))
                    .getMessage();
            assertTrue(message.startsWith("SIM-051"), message);
        }
    }

    private static LineDevice faulty(DeviceFamily family, LineFaults faults) {
        return FaultyDevice.of(family, 1, DeviceClock.right(ZoneOffset.UTC), Set.of(), faults);
    }

    /** Its first FRAMES frames, woken when it asks to be. */
    private static List<Send> sent(Counter family, LineFaults faults) {
        LineDevice device = faulty(family, faults);
        Instant end = BEGIN.plus(family.every().multipliedBy(FRAMES)).plus(StreamCuts.HELD_FOR);
        List<Send> sent = new ArrayList<>();
        Instant now = BEGIN;
        List<DeviceAct> acts = device.on(new HostEvent.Connected(now));
        while (true) {
            acts.stream().filter(Send.class::isInstance).map(Send.class::cast).forEach(sent::add);
            Wake wake = acts.stream()
                    .filter(Wake.class::isInstance)
                    .map(Wake.class::cast)
                    .findFirst()
                    .orElseThrow();
            now = now.plus(wake.after());
            if (now.isAfter(end)) {
                return sent;
            }
            acts = device.on(new HostEvent.Elapsed(now));
        }
    }

    private static String joined(List<Send> sent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sent.forEach(send -> bytes.writeBytes(send.bytes().toArray()));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
