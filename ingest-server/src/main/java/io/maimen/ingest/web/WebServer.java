package io.maimen.ingest.web;

import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.Views;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.events.EventHub;
import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.health.Health;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.query.AlertQuery;
import io.maimen.ingest.query.AuditQuery;
import io.maimen.ingest.query.BytesQuery;
import io.maimen.ingest.query.SeriesQuery;
import io.maimen.ingest.review.AlertReview;
import io.maimen.ingest.security.People;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Listens for browsers and programs. Thread-safe. */
public final class WebServer {
    private static final int WORKERS = 8;
    private static final long MAX_BODY_BYTES = 64 * 1024;

    private final WorkerExecutor workers;
    private final Router router;
    private final HttpServer server;

    private WebServer(Vertx vertx, Parts parts) {
        this.workers = vertx.createSharedWorkerExecutor("web", WORKERS);
        JsonEndpoint json = new JsonEndpoint(workers, parts.people().login());
        this.router = Router.router(vertx);
        router.route().handler(SecurityHeaders::add);
        router.post().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
        router.post().handler(WebServer::requireJson);
        router.post().handler(SameOrigin::require);
        new LoginRoutes(json, parts.people()).on(router);
        new PeopleRoutes(json, parts.people(), parts.auditQuery()).on(router);
        Views views = new Views(parts.audit(), parts.clock());
        new ApiRoutes(json, parts.alerts(), parts.series(), parts.bytes(), parts.review(), parts.health(), views)
                .on(router);
        new PatientRoutes(json, views, parts.patients()).on(router);
        new BindingRoutes(json, parts.patients()).on(router);
        new EventRoute(vertx, workers, json, parts.people(), parts.series(), parts.events()).on(router);
        new GatewayRoutes(json, parts.gateways(), parts.desired(), parts.mqttPort()).on(router);
        new DesiredRoutes(json, parts.desired(), parts.patients().visible()).on(router);
        router.get("/ca.pem").handler(request -> authority(request, parts.identity()));
        router.route("/api/*").handler(request -> JsonEndpoint.fail(request, ApiException.notFound("address")));
        new PageFiles(parts.pageDirectory()).on(router);
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            router.errorHandler(status, request -> failed(request, status));
        }
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setCompressionSupported(false)
                        .setSsl(true)
                        .setUseAlpn(false)
                        .setKeyCertOptions(KeyCertOptions.wrap(parts.identity().keyManager())))
                .requestHandler(router);
    }

    /**
     * What the routes ask.
     *
     * @param mqttPort where gateways that enrol are sent to
     * @param pageDirectory takes the place of the page's files that are shipped
     */
    public record Parts(
            People people,
            Audit audit,
            AuditQuery auditQuery,
            Clock clock,
            AlertQuery alerts,
            SeriesQuery series,
            BytesQuery bytes,
            AlertReview review,
            PatientParts patients,
            EventHub events,
            Health health,
            Gateways gateways,
            DesiredStates desired,
            ServerIdentity identity,
            int mqttPort,
            Optional<Path> pageDirectory) {}

    /** Completes when the port is open; fails when it is taken. */
    public static Future<WebServer> open(Vertx vertx, String host, int port, Parts parts) {
        WebServer web = new WebServer(vertx, parts);
        return web.server.listen(port, host).map(listening -> web);
    }

    /** An address of the API; parts that vary begin with a colon, as in {@code /api/alerts/:id}. */
    public record Address(String method, String path) {}

    /** Every address of the API, as the router itself knows them. */
    public List<Address> addresses() {
        return router.getRoutes().stream()
                .filter(route -> route.getPath() != null && route.methods() != null)
                .filter(route -> route.getPath().startsWith("/api/"))
                .flatMap(route -> route.methods().stream().map(method -> new Address(method.name(), route.getPath())))
                .toList();
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Closes the port and every connection. */
    public Future<Void> close() {
        return server.close().eventually(workers::close);
    }

    /** What a program must trust before it can ask anything else; docs/identity.md. */
    private static void authority(RoutingContext request, ServerIdentity identity) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-pem-file")
                .end(identity.authorityPem());
    }

    /** A form of another site's page can send anything but this type. */
    private static void requireJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean empty = type == null && "0".equals(request.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (empty || (type != null && type.startsWith("application/json"))) {
            request.next();
        } else {
            JsonEndpoint.fail(request, new ApiException(400, "SRV-071", "content type must be application/json"));
        }
    }

    private static void failed(RoutingContext request, int status) {
        switch (status) {
            case 404 -> JsonEndpoint.fail(request, ApiException.notFound("address"));
            case 405 ->
                JsonEndpoint.fail(
                        request,
                        new ApiException(405, "SRV-073", "method must be one of this address but was another"));
            case 500 ->
                JsonEndpoint.fail(
                        request, request.failure() == null ? new IllegalStateException("500") : request.failure());
            default ->
                JsonEndpoint.fail(
                        request, new ApiException(status, "SRV-070", "request must be well formed and not too large"));
        }
    }
}
