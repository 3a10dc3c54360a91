package io.maimen.ingest.web;

import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.gateways.Enrolment;
import io.maimen.ingest.gateways.GatewayRegistry;
import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.gateways.KnownGateway;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Right;
import io.maimen.observation.device.GatewayId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Administrators enter gateways, gateways enrol and renew; docs/identity.md. Stateless. */
final class GatewayRoutes {
    private final JsonEndpoint json;
    private final GatewayRegistry registry;
    private final Enrolment enrolment;
    private final DesiredStates desired;
    private final int mqttPort;

    GatewayRoutes(JsonEndpoint json, Gateways gateways, DesiredStates desired, int mqttPort) {
        this.json = json;
        this.registry = gateways.registry();
        this.enrolment = gateways.enrolment();
        this.desired = desired;
        this.mqttPort = mqttPort;
    }

    void on(Router router) {
        router.get("/api/gateways").handler(json.permitted(Right.MANAGE, (who, asked) -> list(who)));
        router.post("/api/gateways").handler(json.permitted(Right.MANAGE, (who, asked) -> create(who, asked.body())));
        router.post("/api/gateways/:id/code")
                .handler(json.permitted(Right.MANAGE, (who, asked) -> code(who, asked.gateway())));
        router.post("/api/gateways/:id/revoke")
                .handler(json.permitted(
                        Right.MANAGE,
                        (who, asked) -> revoke(who, asked.gateway(), Parameters.text(asked.body(), "reason"))));
        // A gateway has no account: its code or its signing key is what it shows.
        router.post("/api/enrol").handler(json.open((request, asked) -> enrol(request, asked.body())));
        router.post("/api/gateway/nonce").handler(json.open((request, asked) -> nonce(asked.body())));
        router.post("/api/gateway/renew").handler(json.open((request, asked) -> renew(asked.body())));
    }

    private JsonObject list(Caller who) {
        Map<GatewayId, DesiredStates.Versions> versions = desired.versions();
        return new JsonObject()
                .put(
                        "gateways",
                        new JsonArray(registry.list(who.scope()).stream()
                                .map(gateway -> json(gateway, Optional.ofNullable(versions.get(gateway.id()))))
                                .toList()));
    }

    private static JsonObject json(KnownGateway gateway, Optional<DesiredStates.Versions> versions) {
        return new JsonObject()
                .put("id", gateway.id().value())
                .put("organisation", gateway.organisation().value())
                .put("state", gateway.state().text())
                .put("certificateUntil", text(gateway.certificateUntil()))
                .put("connected", gateway.connected())
                .put("lastSeenAt", text(gateway.lastSeenAt()))
                .put(
                        "desiredVersion",
                        versions.map(DesiredStates.Versions::desired).orElse(null))
                .put(
                        "reportedVersion",
                        versions.flatMap(DesiredStates.Versions::reported).orElse(null))
                .put(
                        "desiredRefusal",
                        versions.flatMap(DesiredStates.Versions::refusal).orElse(null));
    }

    private JsonObject create(Caller who, JsonObject body) throws ApiException {
        GatewayId gateway = read(body, "id", GatewayId::new);
        OrganisationId organisation = read(body, "organisation", OrganisationId::new);
        if (!who.scope().sees(organisation)) {
            throw ApiException.notFound("organisation");
        }
        if (!registry.create(who.username(), gateway, organisation)) {
            throw new ApiException(409, "PKI-040", "gateway must be new but " + gateway + " is there");
        }
        return new JsonObject()
                .put("id", gateway.value())
                .put("organisation", organisation.value())
                .put("state", KnownGateway.State.NEW.text());
    }

    private JsonObject code(Caller who, GatewayId gateway) throws ApiException {
        GatewayRegistry.GivenCode given =
                registry.code(who.username(), who.scope(), gateway).orElseThrow(() -> ApiException.notFound("gateway"));
        return new JsonObject()
                .put("code", given.code().text())
                .put("expiresAt", given.expiresAt().toString());
    }

    private JsonObject revoke(Caller who, GatewayId gateway, String reason) throws ApiException {
        if (reason.isBlank()) {
            throw new ApiException(400, "SRV-071", "reason must be given but was not; say why it is shut out");
        }
        if (!registry.revoke(who.username(), who.scope(), gateway, reason)) {
            throw ApiException.notFound("gateway");
        }
        return new JsonObject().put("id", gateway.value()).put("state", KnownGateway.State.REVOKED.text());
    }

    private JsonObject enrol(RoutingContext request, JsonObject body) throws ApiException {
        try {
            Enrolment.Enrolled enrolled = enrolment.enrol(
                    Parameters.text(body, "code"),
                    Parameters.longText(body, "certificateRequest"),
                    base64(body, "signingKey"),
                    request.request().remoteAddress().hostAddress());
            return json(enrolled).put("mqtt", new JsonObject().put("port", mqttPort));
        } catch (IdentityException e) {
            throw refused(e);
        }
    }

    private JsonObject nonce(JsonObject body) throws ApiException {
        Enrolment.Nonce nonce = enrolment.nonce(read(body, "gateway", GatewayId::new));
        return new JsonObject()
                .put("nonce", nonce.nonce())
                .put("serverTime", nonce.serverTime().toString());
    }

    private JsonObject renew(JsonObject body) throws ApiException {
        try {
            return json(enrolment.renew(
                    read(body, "gateway", GatewayId::new),
                    Parameters.text(body, "nonce"),
                    Parameters.longText(body, "certificateRequest"),
                    base64(body, "signature")));
        } catch (IdentityException e) {
            throw refused(e);
        }
    }

    private JsonObject json(Enrolment.Enrolled enrolled) {
        return new JsonObject()
                .put("gateway", enrolled.gateway().value())
                .put("certificate", enrolled.certificate())
                .put("ca", enrolled.authority())
                .put("desiredKey", Base64.getEncoder().encodeToString(desired.publicKey()))
                .put("serverTime", enrolled.serverTime().toString());
    }

    private static ApiException refused(IdentityException e) {
        return new ApiException(403, e.code(), e.getMessage().substring(e.code().length() + 1));
    }

    private static <T> T read(JsonObject body, String name, Function<String, T> kind) throws ApiException {
        try {
            return kind.apply(Parameters.text(body, name));
        } catch (IllegalArgumentException e) {
            throw ApiException.bad(name + ": " + e.getMessage());
        }
    }

    private static byte[] base64(JsonObject body, String name) throws ApiException {
        return read(body, name, Base64.getDecoder()::decode);
    }

    private static String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }
}
