package io.maimen.simulator.query;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a gateway how it is. Thread-safe. */
public final class GatewayStatus {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIME).build();
    private final HttpRequest status;

    /** Of the gateway whose status page is at {@code address}. */
    public GatewayStatus(URI address) {
        this.status = HttpRequest.newBuilder(address.resolve("/status"))
                .timeout(ANSWER_TIME)
                .build();
    }

    /** Whether it is connected to its server; false as well when it does not answer. */
    public boolean uplinkConnected() throws InterruptedException {
        return answer().getJsonObject("uplink", new JsonObject()).getBoolean("connected", false);
    }

    /** Whether the server has confirmed everything in the outbox; false as well when it does not answer. */
    public boolean outboxEmpty() throws InterruptedException {
        JsonArray lanes = answer().getJsonArray("lanes", new JsonArray());
        return !lanes.isEmpty()
                && lanes.stream().map(JsonObject.class::cast).allMatch(lane -> lane.getLong("entries") == 0);
    }

    /** Empty when there is none: a gateway that is starting, or dead. */
    private JsonObject answer() throws InterruptedException {
        try {
            return new JsonObject(http.send(status, BodyHandlers.ofString()).body());
        } catch (IOException | DecodeException e) {
            return new JsonObject();
        }
    }
}
