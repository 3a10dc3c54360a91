package io.maimen.ingest.query;

import io.maimen.ingest.ecg.StripAnalysis;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.series.DeviceSummary;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.SampledValue;
import io.maimen.observation.device.DeviceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices, results, waveforms, quarantine. Blocking; thread-safe. */
public final class SeriesQuery {
    private final SeriesStore series;
    private final GatewayOrganisations gateways;
    private final Owners owners;

    /** {@code gateways} and {@code owners} say whose readings a scope sees. */
    public SeriesQuery(SeriesStore series, GatewayOrganisations gateways, Owners owners) {
        this.series = series;
        this.gateways = gateways;
        this.owners = owners;
    }

    /** The gateways whose readings a scope sees. */
    public GatewaySet seen(Scope scope) {
        return scope.isEverything() ? GatewaySet.every() : GatewaySet.of(gateways.under(scope));
    }

    /** Whether the scope sees the device: one it does not see is, for it, not there. */
    public boolean sees(Scope scope, DeviceId device) {
        return series.device(seen(scope), device).isPresent();
    }

    /** {@code {"devices": […]}}; {@code openAlerts} says how many each has. */
    public JsonObject devices(Scope scope, Map<DeviceId, Integer> openAlerts) {
        JsonArray devices = new JsonArray();
        for (DeviceSummary device : series.devices(seen(scope))) {
            devices.add(new JsonObject()
                    .put("id", device.id().toString())
                    .put("kind", device.kind().text())
                    .put("gateway", device.gateway().value())
                    .put("simulated", device.simulated())
                    .put("lastMeasuredAt", JsonTime.of(device.lastMeasuredAt()))
                    .put("lastReceivedAt", JsonTime.of(device.lastReceivedAt()))
                    .put("openAlerts", openAlerts.getOrDefault(device.id(), 0)));
        }
        return new JsonObject().put("devices", devices);
    }

    /** {@code {"results": […]}}, newest first. */
    public JsonObject results(Scope scope, DeviceId device, int limit) {
        return new JsonObject()
                .put(
                        "results",
                        new JsonArray(owners.shown(
                                scope, series.latestResults(seen(scope), device, limit), SeriesQuery::item)));
    }

    /** {@code {"items": […], "next": …}}: everything of a device, each once; {@code next} is null at the end. */
    public JsonObject readings(Scope scope, DeviceId device, long afterEntry, int limit) {
        List<StoredObservation> found = series.after(seen(scope), device, afterEntry, limit);
        return new JsonObject()
                .put("items", new JsonArray(owners.shown(scope, found, SeriesQuery::item)))
                .put(
                        "next",
                        found.size() < limit
                                ? null
                                : String.valueOf(found.get(found.size() - 1).entry()));
    }

    private static JsonObject item(StoredObservation stored, Optional<JsonObject> patient) {
        return stored.fact().observation().value() instanceof SampledValue block
                ? BlockJson.of(stored.fact(), block)
                : ReadingJson.of(stored.fact(), patient);
    }

    /** The strip from one moment to another. */
    public JsonObject waveform(Scope scope, DeviceId device, Instant from, Instant to) {
        List<StoredObservation> around =
                series.blocks(seen(scope), device, from.minus(StripAnalysis.LEAD_IN), to.plus(StripAnalysis.LEAD_OUT));
        List<Observation> blocks =
                around.stream().map(stored -> stored.fact().observation()).toList();
        return WaveformJson.of(
                around.stream()
                        .filter(stored -> overlaps(stored.fact().observation(), from, to))
                        .toList(),
                StripAnalysis.of(blocks, from, to));
    }

    private static boolean overlaps(Observation observation, Instant from, Instant to) {
        Instant start = observation.timing().measuredAt();
        return observation.value() instanceof SampledValue block
                && start.isBefore(to)
                && start.plus(block.length()).isAfter(from);
    }

    /** The end of the strip; without blocks for a device that sent none. */
    public JsonObject latestWaveform(Scope scope, DeviceId device, Duration length) {
        return series.waveformEnd(seen(scope), device)
                .map(end -> waveform(scope, device, end.minus(length), end))
                .orElseGet(() -> WaveformJson.of(List.of(), StripAnalysis.NONE));
    }

    /** {@code {"items": […]}}: what could not become a measurement, newest first. */
    public JsonObject quarantine(Scope scope, int limit) {
        JsonArray items = new JsonArray();
        series.quarantine(seen(scope), limit)
                .forEach(item -> items.add(new JsonObject()
                        .put("gateway", item.gateway().value())
                        .put("admittedAt", JsonTime.of(item.admittedAt()))
                        .put("reason", item.reason())
                        .put("sizeBytes", item.item().size())
                        .put("hex", item.item().hex())));
        return new JsonObject().put("items", items);
    }

    /** A raw frame's bytes, for whoever wants to see what a value was read from. */
    public Optional<JsonObject> frame(Scope scope, RawFrameRef ref) {
        return series.frame(seen(scope), ref).map(frame -> new JsonObject()
                .put("sha256", ref.sha256())
                .put("receivedAt", JsonTime.of(frame.receivedAt().instant()))
                .put("hex", frame.bytes().hex())
                .put(
                        "fields",
                        new JsonArray(
                                frame.fields().stream().map(BytesJson::field).toList())));
    }
}
