package io.maimen.gateway.status;

import io.maimen.gateway.outbox.LaneStatus;
import io.maimen.gateway.status.StatusReport.DeviceStatus;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The report in the text format of Prometheus. Thread-safe. */
final class Metrics {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MultiGauge state = gauge("maimen.gateway.state", "0 green, 1 amber, 2 red");
    private final MultiGauge uplink = gauge("maimen.gateway.uplink.connected", "1 while the server is connected");
    private final MultiGauge free = gauge("maimen.gateway.disk.free.bytes", "Bytes the disk has left");
    private final MultiGauge entries = gauge("maimen.gateway.lane.entries", "Entries the server has not confirmed");
    private final MultiGauge bytes = gauge("maimen.gateway.lane.bytes", "Bytes on the disk");
    private final MultiGauge age = gauge("maimen.gateway.lane.oldest.age.seconds", "Age of the oldest entry");
    private final MultiGauge taken = gauge("maimen.gateway.device.taken", "Frames stored since the start");
    private final MultiGauge rejected = gauge("maimen.gateway.device.rejected", "Frames rejected since the start");

    private final MultiGauge window = gauge(
            "maimen.gateway.device.transport.window.seconds",
            "Longest time from a frame's arrival, acknowledged by its transport, to its fsync");

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    synchronized String scrape(StatusReport report) {
        single(state, light(report.state()));
        single(uplink, report.uplink().connected() ? 1 : 0);
        single(free, report.disk().freeBytes().orElse(0L));
        lanes(entries, report, LaneStatus::entries);
        lanes(bytes, report, LaneStatus::bytes);
        lanes(age, report, lane -> lane.oldest()
                .map(since -> Duration.between(since, report.at()).toSeconds())
                .orElse(0L));
        devices(taken, report, DeviceStatus::taken);
        devices(rejected, report, DeviceStatus::rejected);
        windows(report);
        return registry.scrape();
    }

    private static int light(StatusReport.State state) {
        return switch (state) {
            case GREEN -> 0;
            case AMBER -> 1;
            case RED -> 2;
        };
    }

    private static void single(MultiGauge gauge, Number value) {
        gauge.register(List.of(Row.of(Tags.empty(), value)), true);
    }

    private static void lanes(MultiGauge gauge, StatusReport report, Function<LaneStatus, Long> value) {
        gauge.register(
                report.lanes().stream()
                        .map(lane -> Row.of(Tags.of("lane", lane.lane().text()), value.apply(lane)))
                        .toList(),
                true);
    }

    private void windows(StatusReport report) {
        window.register(
                report.devices().stream()
                        .flatMap(device -> device.transportWindow().stream()
                                .map(each -> Row.of(
                                        Tags.of("device", device.id().toString()),
                                        each.longest().toNanos() / NANOS_PER_SECOND)))
                        .toList(),
                true);
    }

    private static void devices(MultiGauge gauge, StatusReport report, Function<DeviceStatus, Long> value) {
        gauge.register(
                report.devices().stream()
                        .map(device -> Row.of(Tags.of("device", device.id().toString()), value.apply(device)))
                        .toList(),
                true);
    }
}
