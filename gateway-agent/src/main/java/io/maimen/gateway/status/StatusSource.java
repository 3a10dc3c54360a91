package io.maimen.gateway.status;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.gateway.config.DeviceSettings;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.desired.DesiredStatus;
import io.maimen.gateway.identity.IdentityStatus;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.OutboxLane;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.session.DeviceMeter;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.status.StatusReport.DeviceStatus;
import io.maimen.gateway.status.StatusReport.DiskStatus;
import io.maimen.gateway.status.StatusReport.TransportWindow;
import io.maimen.gateway.uplink.UplinkStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks every room how it is. Thread-safe. */
public final class StatusSource {
    private final GatewayConfig config;
    private final Outbox outbox;
    private final Collection<DeviceStation> stations;
    private final Supplier<List<String>> troubles;
    private final Supplier<UplinkStatus> uplink;
    private final Supplier<IdentityStatus> identity;
    private final Supplier<DesiredStatus> desired;
    private final Clock clock;
    private final Instant startedAt;
    private final Map<Object, DeviceSettings> settings;

    /**
     * A source that counts from now.
     *
     * @param troubles why whole kinds of devices cannot be reached
     */
    public StatusSource(
            GatewayConfig config,
            Outbox outbox,
            Collection<DeviceStation> stations,
            Supplier<List<String>> troubles,
            Supplier<UplinkStatus> uplink,
            Supplier<IdentityStatus> identity,
            Supplier<DesiredStatus> desired,
            Clock clock) {
        this.config = config;
        this.outbox = outbox;
        this.stations = List.copyOf(stations);
        this.troubles = troubles;
        this.uplink = uplink;
        this.identity = identity;
        this.desired = desired;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.settings = config.devices().stream()
                .collect(Collectors.toUnmodifiableMap(DeviceSettings::id, Function.identity()));
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
                identity.get(),
                desired.get(),
                outbox.lanes().stream().map(OutboxLane::status).toList(),
                stations.stream().map(this::device).toList(),
                troubles.get(),
                new DiskStatus(outbox.freeBytes(), full),
                refusing.stream().map(StoreOutcome.NotStored::text).toList());
    }

    private DeviceStatus device(DeviceStation station) {
        DeviceMeter meter = station.meter();
        DeviceSettings configured = settings.get(station.device());
        AcknowledgementClass acknowledgement = configured.connection().acknowledgement(station.acknowledgementClass());
        return new DeviceStatus(
                station.device(),
                station.driverName(),
                acknowledgement,
                meter.isConnected(),
                configured.connection().stands(),
                meter.lastReceivedAt(),
                configured.silentAfter(),
                meter.takenCount(),
                meter.rejectedCount(),
                acknowledgement == AcknowledgementClass.BY_TRANSPORT
                        ? meter.storageDelay()
                                .longest()
                                .map(longest -> new TransportWindow(
                                        meter.storageDelay().median().orElse(longest), longest))
                        : Optional.empty());
    }
}
