package io.maimen.ingest.web;

import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.Opinion;
import io.maimen.ingest.clinical.AlertWords;
import io.maimen.ingest.query.AlertQuery;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a request says; whatever is not as it must be is a 400 that says so. Confined to one request. */
final class Parameters {
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_LONG_TEXT = 10_000;
    private final RoutingContext request;

    Parameters(RoutingContext request) {
        this.request = request;
    }

    DeviceId device() throws ApiException {
        return path("id", DeviceId::parse);
    }

    AlertId alert() throws ApiException {
        return path("id", AlertId::new);
    }

    ObservationId observation() throws ApiException {
        return path("id", ObservationId::new);
    }

    GatewayId gateway() throws ApiException {
        return path("id", GatewayId::new);
    }

    RawFrameRef frame() throws ApiException {
        return path("sha256", RawFrameRef::new);
    }

    AlertQuery.Chosen chosen() throws ApiException {
        String text = query("state").orElse("open");
        for (AlertQuery.Chosen chosen : AlertQuery.Chosen.values()) {
            if (chosen.name().toLowerCase(Locale.ROOT).equals(text)) {
                return chosen;
            }
        }
        throw ApiException.bad("state must be open, closed or all but was " + shown(text));
    }

    int limit(int byDefault, int max) throws ApiException {
        return (int) whole("limit", 1, max).orElse((long) byDefault).longValue();
    }

    Optional<Long> whole(String name, long min, long max) throws ApiException {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= min && value <= max) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            throw ApiException.bad(name + " must be a whole number but was " + shown(text.get()));
        }
        throw ApiException.bad(name + " must be " + min + " to " + max + " but was " + text.get());
    }

    Optional<Instant> instant(String name) throws ApiException {
        Optional<String> text = query(name);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw ApiException.bad(
                    name + " must be a time such as 2025-03-01T08:15:00.000Z but was " + shown(text.orElse("")));
        }
    }

    /** The body, an empty object where there is none. */
    JsonObject body() throws ApiException {
        try {
            JsonObject body = request.body().asJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException | ClassCastException e) {
            throw new ApiException(400, "SRV-071", "body must be a JSON object but was not");
        }
    }

    /** A text of the body; empty where it is missing. */
    static String text(JsonObject body, String name) throws ApiException {
        return text(body, name, MAX_TEXT);
    }

    /** A text that no person types. */
    static String longText(JsonObject body, String name) throws ApiException {
        return text(body, name, MAX_LONG_TEXT);
    }

    private static String text(JsonObject body, String name, int longest) throws ApiException {
        Object value = body.getValue(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text && text.length() <= longest) {
            return text;
        }
        throw new ApiException(400, "SRV-071", name + " must be a text of at most " + longest + " characters");
    }

    /** An object of the body; an empty one where it is missing. */
    static JsonObject object(JsonObject body, String name) throws ApiException {
        Object value = body.getValue(name);
        if (value == null) {
            return new JsonObject();
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new ApiException(400, "SRV-071", name + " must be an object but was not");
    }

    /** A part of the address. */
    String pathText(String name) {
        return request.pathParam(name);
    }

    /** The {@code opinion} of a review's body. */
    static Opinion opinion(JsonObject body) throws ApiException {
        String word = text(body, "opinion");
        return AlertWords.find(Opinion.class, word)
                .orElseThrow(() -> new ApiException(
                        400,
                        "SRV-071",
                        "opinion must be confirmed, not-confirmed, refer or measure-again but was " + shown(word)));
    }

    /** The same, read by {@code read}. */
    <T> T path(String name, Function<String, T> read) throws ApiException {
        String text = request.pathParam(name);
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.bad(name + ": " + e.getMessage());
        }
    }

    /** A parameter behind the question mark. */
    Optional<String> query(String name) {
        return Optional.ofNullable(request.queryParams().get(name));
    }

    private static String shown(String text) {
        return "'" + text.substring(0, Math.min(40, text.length())) + "'";
    }
}
