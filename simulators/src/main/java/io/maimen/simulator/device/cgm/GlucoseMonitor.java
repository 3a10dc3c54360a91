package io.maimen.simulator.device.cgm;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.cgm.GlucoseRecords.Entry;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** One monitor, an hour into its session when it is first heard of. */
final class GlucoseMonitor implements EventDevice {
    private static final int REMEMBERED_MINUTES = 60;
    private static final int ZONE_UNKNOWN = -128;
    private static final int DAYLIGHT_UNKNOWN = 255;

    private static final int REPORT = 1;
    private static final int ABORT = 3;
    private static final int COUNT = 4;
    private static final int COUNT_RESPONSE = 5;
    private static final int RESPONSE = 6;
    private static final int ALL = 1;
    private static final int FROM = 3;
    private static final int BY_OFFSET = 1;
    private static final int SUCCESS = 1;
    private static final int NOT_SUPPORTED = 2;
    private static final int OPERATOR_NOT_SUPPORTED = 4;
    private static final int NO_RECORDS = 6;

    private final GlucoseRecords records;
    private final DeviceClock clock;
    private final int atOnce;
    private LocalDateTime sessionStart = LocalDateTime.MIN;
    private int minutes;

    GlucoseMonitor(GlucoseRecords records, DeviceClock clock, int atOnce) {
        this.records = records;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        if (minutes > 0) {
            return List.of();
        }
        sessionStart = clock.shows(at).minusMinutes(REMEMBERED_MINUTES).truncatedTo(ChronoUnit.SECONDS);
        List<DeviceAct> truth = new ArrayList<>();
        while (minutes < REMEMBERED_MINUTES) {
            truth.add(records.measure(++minutes));
        }
        return truth;
    }

    @Override
    public List<DeviceAct> asked(String channel, Instant at) {
        if (channel.equals(GlucoseMonitorFamily.FEATURE)) {
            return List.of(records.feature().on(channel));
        } else if (channel.equals(GlucoseMonitorFamily.SESSION_START)) {
            FrameWriter start = new FrameWriter().dateTime(sessionStart).octets(ZONE_UNKNOWN, DAYLIGHT_UNKNOWN);
            return List.of(records.sealed(start).on(channel));
        } else if (channel.equals(GlucoseMonitorFamily.STATUS)) {
            return List.of(records.sealed(new FrameWriter().little(2, minutes).octets(0, 0, 0))
                    .on(channel));
        }
        return List.of();
    }

    /** While somebody listens it tells each minute's value. */
    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return channel.equals(GlucoseMonitorFamily.MEASUREMENT) ? List.of(new Wake(Duration.ofMinutes(1))) : List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>();
        acts.add(records.measure(++minutes));
        acts.addAll(told(records.since(minutes)));
        acts.add(new Wake(Duration.ofMinutes(1)));
        return acts;
    }

    private List<DeviceAct> told(List<Entry> entries) {
        List<DeviceAct> acts = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += atOnce) {
            FrameWriter value = new FrameWriter();
            entries.subList(from, Math.min(entries.size(), from + atOnce))
                    .forEach(entry -> value.bytes(entry.value().toArray()));
            acts.add(value.on(GlucoseMonitorFamily.MEASUREMENT));
        }
        return acts;
    }

    /** Opcode, operator, operand. */
    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        byte[] request = bytes.toArray();
        if (!channel.equals(GlucoseMonitorFamily.CONTROL_POINT) || request.length < 2) {
            return List.of();
        }
        boolean from = request[1] == FROM && request.length == 5 && request[2] == BY_OFFSET;
        if (request[0] == ABORT) {
            return List.of(response(ABORT, SUCCESS));
        } else if (request[0] != REPORT && request[0] != COUNT) {
            return List.of(response(request[0], NOT_SUPPORTED));
        } else if (request[1] != ALL && !from) {
            return List.of(response(request[0], OPERATOR_NOT_SUPPORTED));
        }
        List<Entry> wanted = records.since(from ? (request[3] & 0xFF) | ((request[4] & 0xFF) << 8) : 0);
        if (request[0] == COUNT) {
            FrameWriter count = new FrameWriter().octets(COUNT_RESPONSE, 0).little(2, wanted.size());
            return List.of(count.on(GlucoseMonitorFamily.CONTROL_POINT));
        }
        List<DeviceAct> acts = told(wanted);
        acts.add(response(REPORT, wanted.isEmpty() ? NO_RECORDS : SUCCESS));
        return acts;
    }

    private static DeviceAct response(int opcode, int value) {
        return new FrameWriter().octets(RESPONSE, 0, opcode, value).on(GlucoseMonitorFamily.CONTROL_POINT);
    }
}
