package io.maimen.gateway.status;

import io.maimen.gateway.config.DeviceSettings;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.OutboxLane;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.session.DeviceMeter;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.status.StatusReport.DeviceStatus;
import io.maimen.gateway.status.StatusReport.DiskStatus;
import io.maimen.gateway.uplink.UplinkStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks every room how it is. Thread-safe. */
public final class StatusSource {
    private final GatewayConfig config;
    private final Outbox outbox;
    private final Collection<DeviceStation> stations;
    private final Supplier<UplinkStatus> uplink;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<Object, Optional<Duration>> silentAfter;

    /** A source that counts from now. */
    public StatusSource(
            GatewayConfig config,
            Outbox outbox,
            Collection<DeviceStation> stations,
            Supplier<UplinkStatus> uplink,
            Clock clock) {
        this.config = config;
        this.outbox = outbox;
        this.stations = List.copyOf(stations);
        this.uplink = uplink;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.silentAfter = config.devices().stream()
                .collect(Collectors.toUnmodifiableMap(DeviceSettings::id, DeviceSettings::silentAfter));
    }

    /** How it all is now; reads the oldest entry of each lane. */
    public StatusReport report() {
        Collection<StoreOutcome.NotStored> refusing = outbox.refusing().values();
        boolean full = refusing.stream().anyMatch(each -> each.reason() == StoreOutcome.Reason.NO_SPACE);
        return new StatusReport(
                config.gateway().id(),
                clock.instant(),
                startedAt,
                uplink.get(),
                outbox.lanes().stream().map(OutboxLane::status).toList(),
                stations.stream().map(this::device).toList(),
                new DiskStatus(outbox.freeBytes(), full),
                refusing.stream().map(StoreOutcome.NotStored::text).toList());
    }

    private DeviceStatus device(DeviceStation station) {
        DeviceMeter meter = station.meter();
        return new DeviceStatus(
                station.device(),
                station.driverName(),
                meter.isConnected(),
                meter.lastReceivedAt(),
                silentAfter.getOrDefault(station.device(), Optional.empty()),
                meter.takenCount(),
                meter.rejectedCount());
    }
}
