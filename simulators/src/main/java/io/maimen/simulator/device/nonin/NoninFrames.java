package io.maimen.simulator.device.nonin;

import io.maimen.simulator.device.body.FingerClip.Second;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.LocalDateTime;

/** The bytes of each format. Stateless. */
final class NoninFrames {
    private static final int PACKETS_PER_SECOND = 3;
    private static final int FRAMES = 25;
    private static final int REVISION = 48;
    private static final int NO_PULSE = 511;
    private static final int NO_SATURATION = 127;
    private static final int SENSOR_ALARM = 0x08;
    private static final int CENTURY = 100;

    private NoninFrames() {}

    /** Three packets of 25 frames in format 2 or 7. */
    static FrameWriter packets(NoninFormat format, Second second) {
        FrameWriter out = new FrameWriter();
        for (int index = 0; index < PACKETS_PER_SECOND * FRAMES; index++) {
            int frame = index % FRAMES + 1;
            int pleth = second.pleth((double) index / (PACKETS_PER_SECOND * FRAMES));
            FrameWriter one = new FrameWriter();
            if (format == NoninFormat.SERIAL) {
                one.octets(1, status(second, frame), pleth, info(second, frame));
            } else {
                one.octets(status(second, frame)).big(2, pleth << 8).octets(info(second, frame));
            }
            out.bytes(one.array()).octets(one.sum());
        }
        return out;
    }

    private static int status(Second second, int frame) {
        int quality = second.out() ? SENSOR_ALARM : 0b010; // green perfusion
        return 0x80 | quality | (frame == 1 ? 1 : 0);
    }

    private static int info(Second second, int frame) {
        return switch (frame) {
            case 1, 14, 20, 22 -> pulse(second) >> 7 & 3;
            case 2, 15, 21, 23 -> pulse(second) & 0x7F;
            case 3, 9, 10, 11, 16, 17 -> saturation(second);
            case 4 -> REVISION;
            default -> 0;
        };
    }

    /** Format 8. */
    static FrameWriter second(Second second, boolean lowBattery) {
        int alarm = second.out() ? SENSOR_ALARM : 0x20; // else SmartPoint
        return new FrameWriter()
                .octets(0x80 | ((pulse(second) >> 7) & 3), pulse(second) & 0x7F, saturation(second))
                .octets(alarm | (lowBattery ? 1 : 0));
    }

    /** Format 13: one record in its envelope. */
    static FrameWriter spotCheck(Second second, LocalDateTime shown, boolean fromMemory, boolean lowBattery) {
        FrameWriter data = new FrameWriter()
                .octets(bcd(shown.getYear() / CENTURY), bcd(shown.getYear() % CENTURY))
                .octets(bcd(shown.getMonthValue()), bcd(shown.getDayOfMonth()), bcd(shown.getHour()))
                .octets(bcd(shown.getMinute()), bcd(shown.getSecond()), 0)
                .octets(second.out() ? 1 : 2, (fromMemory ? 0x10 : 0) | (lowBattery ? 1 : 0))
                .big(2, pulse(second))
                .octets(0, saturation(second));
        return new FrameWriter()
                .octets(0, 2, 0, 0x0D)
                .big(2, data.array().length)
                .bytes(data.array())
                .octets(data.sum(), 3);
    }

    private static int pulse(Second second) {
        return second.out() ? NO_PULSE : second.pulse();
    }

    private static int saturation(Second second) {
        return second.out() ? NO_SATURATION : second.saturation();
    }

    private static int bcd(int value) {
        return ((value / 10) << 4) | (value % 10);
    }
}
