package io.maimen.gateway.status;

import io.maimen.gateway.outbox.LaneStatus;
import io.maimen.gateway.quarantine.QuarantinedFrame;
import io.maimen.gateway.status.StatusReport.DeviceStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collector;

/** Reports in the JSON of docs/gateway.md; what is not known is null. Stateless. */
final class StatusJson {
    private StatusJson() {}

    static JsonObject of(StatusReport report) {
        return new JsonObject()
                .put("gateway", report.gateway().value())
                .put("state", report.state().name().toLowerCase(Locale.ROOT))
                .put("reasons", new JsonArray(report.reasons()))
                .put("startedAt", text(report.startedAt()))
                .put(
                        "uplink",
                        new JsonObject()
                                .put("connected", report.uplink().connected())
                                .put("lastReceiptAt", text(report.uplink().lastReceiptAt()))
                                .put("quarantinedItems", report.uplink().quarantinedItems()))
                .put(
                        "identity",
                        new JsonObject()
                                .put("certificateUntil", text(report.identity().certificateUntil()))
                                .put(
                                        "clockOffsetMs",
                                        report.identity()
                                                .clockOffset()
                                                .map(Duration::toMillis)
                                                .orElse(null)))
                .put(
                        "desired",
                        new JsonObject()
                                .put("version", report.desired().version())
                                .put("state", report.desired().state().text())
                                .put("reason", report.desired().refusal().orElse(null)))
                .put(
                        "lanes",
                        report.lanes().stream()
                                .map(lane -> lane(lane, report.at()))
                                .collect(array()))
                .put(
                        "devices",
                        report.devices().stream().map(StatusJson::device).collect(array()))
                .put(
                        "disk",
                        new JsonObject()
                                .put("freeBytes", report.disk().freeBytes().orElse(null))
                                .put("full", report.disk().full()));
    }

    static JsonObject of(List<QuarantinedFrame> frames) {
        return new JsonObject()
                .put("items", frames.stream().map(StatusJson::frame).collect(array()));
    }

    private static JsonObject lane(LaneStatus lane, Instant now) {
        Optional<Long> ageMs = lane.oldest()
                .map(since -> Math.max(0, Duration.between(since, now).toMillis()));
        return new JsonObject()
                .put("lane", lane.lane().text())
                .put("entries", lane.entries())
                .put("bytes", lane.bytes())
                .put("oldestAgeMs", ageMs.orElse(null));
    }

    private static JsonObject device(DeviceStatus device) {
        JsonObject json = new JsonObject()
                .put("id", device.id().toString())
                .put("driver", device.driver())
                .put(
                        "acknowledgement",
                        device.acknowledgement().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("connected", device.connected())
                .put("lastReceivedAt", text(device.lastReceivedAt()))
                .put("taken", device.taken())
                .put("rejected", device.rejected());
        device.transportWindow()
                .ifPresent(window -> json.put(
                        "transportWindowMs",
                        new JsonObject().put("p50", millis(window.median())).put("max", millis(window.longest()))));
        return json;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1_000_000.0;
    }

    private static JsonObject frame(QuarantinedFrame frame) {
        return new JsonObject()
                .put("device", frame.device().toString())
                .put("receivedAt", text(frame.receivedAt()))
                .put("code", frame.code())
                .put("offset", frame.offset())
                .put("reason", frame.reason())
                .put("bytes", frame.bytes().hex());
    }

    private static String text(Optional<Instant> at) {
        return at.map(StatusJson::text).orElse(null);
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Collector<JsonObject, JsonArray, JsonArray> array() {
        return Collector.of(JsonArray::new, JsonArray::add, JsonArray::addAll);
    }
}
