package io.maimen.simulator.device.microlife;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.body.CuffDiary;
import io.maimen.simulator.device.body.CuffDiary.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One cuff. Whoever connects again finds one reading more. */
final class MicrolifeCuff implements EventDevice {
    /** Command, length, "the measurements", checksum. */
    private static final Bytes GET_MEASUREMENTS = Bytes.of(new FrameWriter()
            .octets(0x4D, 0xFF, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0xFD, 0x52)
            .array());

    private static final int REMEMBERED = 9;
    private static final int BEFORE_RECORDS = 38;
    private static final int RECORD_BYTES = 10;
    private static final int VALUE_BYTES = 20;
    private static final int CENTURY = 100;
    private static final int ACCEPTED = 0x81;

    private final CuffDiary diary;
    private final DeviceClock clock;
    private final boolean emptySlot;

    MicrolifeCuff(long seed, DeviceClock clock, boolean emptySlot) {
        this.diary = new CuffDiary(seed, 1);
        this.clock = clock;
        this.emptySlot = emptySlot;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return diary.entries().isEmpty()
                ? diary.fill(REMEMBERED, clock.shows(at).truncatedTo(ChronoUnit.MINUTES))
                : diary.measure(clock.shows(at).truncatedTo(ChronoUnit.MINUTES)).truth();
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        return bytes.equals(GET_MEASUREMENTS) ? reply(memory()) : reply(new byte[] {(byte) ACCEPTED});
    }

    private byte[] memory() {
        FrameWriter payload = new FrameWriter().bytes(new byte[BEFORE_RECORDS]);
        for (Entry entry : diary.entries()) {
            payload.octets(
                            entry.systolic(),
                            entry.diastolic(),
                            entry.pulse(),
                            entry.shown().getYear() % CENTURY)
                    .octets(entry.shown().getMonthValue(), entry.shown().getDayOfMonth())
                    .octets(entry.shown().getHour(), entry.shown().getMinute(), 0, 0);
            if (emptySlot) {
                payload.bytes(new byte[RECORD_BYTES]);
            }
        }
        return payload.array();
    }

    private static List<DeviceAct> reply(byte[] payload) {
        FrameWriter frame =
                new FrameWriter().octets(0x4D, 0x3A).big(2, payload.length + 1).bytes(payload);
        byte[] all = frame.octets(frame.sum()).array();
        List<DeviceAct> values = new ArrayList<>();
        for (int from = 0; from < all.length; from += VALUE_BYTES) {
            values.add(new Send(
                    MicrolifeFamily.NOTIFY,
                    Bytes.of(Arrays.copyOfRange(all, from, Math.min(all.length, from + VALUE_BYTES)))));
        }
        return values;
    }
}
