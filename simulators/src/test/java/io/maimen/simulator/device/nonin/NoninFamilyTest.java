package io.maimen.simulator.device.nonin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.HostEvent.Connected;
import io.maimen.simulator.device.line.HostEvent.Written;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoninFamilyTest {
    @ParameterizedTest
    @EnumSource(NoninFormat.class)
    void eachFormatIsReadAsItWasSent(NoninFormat format) {
        Played played = Play.of(new NoninFamily(format), 3).run();
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
        assertEquals(List.of(), played.codes());
        assertTrue(played.measured().size() > 20);
    }

    @ParameterizedTest
    @EnumSource(NoninFormat.class)
    void aFingerThatIsOutGivesNoNumber(NoninFormat format) {
        Played played =
                Play.of(new NoninFamily(format), 3, FingerClip.FINGER_OUT).run();
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
        assertTrue(played.values().stream().anyMatch(value -> value.value().isEmpty()), "the reason is kept");
    }

    @Test
    void whatWasSentIsForgotten() {
        Played played = Play.of(new NoninFamily(), 3)
                .withCuts(Duration.ofSeconds(6))
                .withLength(Duration.ofSeconds(13))
                .run();
        // Six remembered and one new, twice: the second connection sends none of the first again.
        assertEquals(2 * 14, played.all().size());
        assertEquals(2 * 14, played.stored().size());
    }

    /** {@code 02 70 02 02 ZZ 03} asks for a format; 06 is yes and 15 no, and after five seconds there is no answer. */
    @Test
    void itListensToItsHostForFiveSeconds() {
        LineDevice device = new NoninFamily().make(1, DeviceClock.right(Play.PLACE), Set.of());
        device.on(new Connected(Play.BEGIN));
        assertTrue(device.on(written("0270020208", 0)).isEmpty(), "not whole yet");
        assertEquals(Send.stream((byte) 0x06), device.on(written("03", 1)).get(0));
        assertEquals(List.of(Send.stream((byte) 0x15)), device.on(written("027002020503", 2)));
        assertEquals(List.of(), device.on(written("027002020203", 6)));
    }

    @Test
    void itsClockCanBeSet() {
        DeviceClock clock = DeviceClock.right(Play.PLACE);
        LineDevice device = new NoninFamily().make(1, clock, Set.of());
        device.on(new Connected(Play.BEGIN));
        device.on(written("027206" + "1a0b180a1e00" + "03", 0));
        assertEquals(LocalDateTime.parse("2026-11-24T10:30:00"), clock.shows(Play.BEGIN));
    }

    private static Written written(String hex, long second) {
        return new Written("stream", Bytes.of(HexFormat.of().parseHex(hex)), Play.BEGIN.plusSeconds(second));
    }
}
