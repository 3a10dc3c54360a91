package io.maimen.simulator.device.polar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.observation.SampledValue;
import io.maimen.simulator.conformance.play.Play;
import io.maimen.simulator.conformance.play.Played;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.HostEvent.Written;
import io.maimen.simulator.device.line.LineDevice;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolarFamilyTest {
    @Test
    void aLostFrameIsAGapOrANewBlockButNoSample() {
        Played played = Play.of(new PolarFamily(), 4, PolarFamily.LOST_FRAMES).run();
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
        assertTrue(played.measured().size() < 73 * 106, "frames were lost");
    }

    @Test
    void aFastCrystalIsSeenInTheRate() {
        Played played = Play.of(new PolarFamily(), 4, PolarFamily.FAST_CRYSTAL).run();
        BigDecimal last = played.stored().stream()
                .map(observation -> ((SampledValue) observation.value()).rateHz())
                .reduce((one, other) -> other)
                .orElseThrow();
        assertTrue(last.subtract(new BigDecimal("130.5")).abs().compareTo(new BigDecimal("0.1")) < 0, last.toString());
    }

    /** 02 start, 00 ECG, rate 130, resolution 14; F0 answers, 00 is success and 06 "already". */
    @Test
    void itStartsOnceAndSaysSo() {
        LineDevice strap = new PolarFamily().make(1, DeviceClock.right(Play.PLACE), Set.of());
        Written start = new Written(
                PolarFamily.CONTROL_POINT, Bytes.of(HexFormat.of().parseHex("02000001820001010e00")), Play.BEGIN);
        assertEquals("f002000000", hex(strap.on(start)));
        assertEquals("f002000600", hex(strap.on(start)));
    }

    private static String hex(List<DeviceAct> acts) {
        return ((Send) acts.get(0)).bytes().hex();
    }
}
