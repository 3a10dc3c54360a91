package io.maimen.simulator.device.cms50;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.HostEvent.Connected;
import io.maimen.simulator.device.line.HostEvent.Elapsed;
import io.maimen.simulator.device.line.HostEvent.Written;
import io.maimen.simulator.device.line.LineDevice;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Cms50FamilyTest {
    private static final Bytes START = Bytes.of(HexFormat.of().parseHex("7d81a1808080808080"));

    @Test
    void aHostThatKeepsItAliveHearsItForAMinute() {
        Played played = Play.of(new Cms50Family(), 5).run();
        assertEquals(60 * 2, played.measured().size());
        assertEquals(List.of(), played.missing());
    }

    @Test
    void aHostThatSaysNothingMoreIsLeftAlone() {
        LineDevice device = new Cms50Family().make(1, DeviceClock.right(Play.PLACE), Set.of());
        device.on(new Connected(Play.BEGIN));
        device.on(new Written("stream", START, Play.BEGIN));
        assertTrue(device.on(new Elapsed(Play.BEGIN.plusSeconds(6))).stream().anyMatch(Send.class::isInstance));
        assertEquals(List.of(), device.on(new Elapsed(Play.BEGIN.plusSeconds(7))));
    }

    @Test
    void aSearchGivesNoNumber() {
        Played played = Play.of(new Cms50Family(), 5, Cms50Family.SEARCHES).run();
        assertTrue(played.measured().get(0).value().isEmpty());
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
    }

    /** Type 01, high bits E0 of the last two, signal 3, pleth, bar, 65 beats a minute, 97 %, no perfusion index. */
    @Test
    void aPacketKeepsItsHighBitsAhead() {
        assertEquals(
                "01e083b396c1e1ffff",
                HexFormat.of().formatHex(Cms50Packets.packet(1, 3, 0x33, 0x16, 65, 97, 0xFF, 0xFF)));
    }
}
