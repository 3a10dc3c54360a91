package io.maimen.gateway.status;

import io.maimen.gateway.quarantine.QuarantineLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /status}, {@code /metrics} and {@code /quarantine} for whoever can reach the address. Thread-safe. */
public final class StatusServer {
    private static final Logger LOG = LoggerFactory.getLogger(StatusServer.class);
    private static final int QUARANTINE_ITEMS = 200;
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4";

    private final Vertx vertx;
    private final StatusSource source;
    private final QuarantineLog quarantine;
    private final Metrics metrics = new Metrics();
    private final HttpServer server;

    /** A server that listens after {@link #listen}. */
    public StatusServer(Vertx vertx, StatusSource source, QuarantineLog quarantine) {
        this.vertx = vertx;
        this.source = source;
        this.quarantine = quarantine;
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    /** Listens; the answer is the port, chosen by the system when {@code port} is 0. */
    public CompletionStage<Integer> listen(String host, int port) {
        return server.listen(port, host).map(HttpServer::actualPort).toCompletionStage();
    }

    /** Stops listening. */
    public CompletionStage<Void> close() {
        return server.close().toCompletionStage();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/status" ->
                answer(request, JSON, () -> StatusJson.of(source.report()).encode());
            case "/metrics" -> answer(request, PROMETHEUS, () -> metrics.scrape(source.report()));
            case "/quarantine" ->
                answer(request, JSON, () -> StatusJson.of(quarantine.newest(QUARANTINE_ITEMS))
                        .encode());
            default ->
                request.response()
                        .setStatusCode(404)
                        .end("GW-050 path must be /status, /metrics or /quarantine but was " + request.path() + "\n");
        }
    }

    /** Answers read the disk, which must not hold up the event loop that devices are answered on. */
    private void answer(HttpServerRequest request, String type, Callable<String> body) {
        HttpServerResponse response = request.response();
        vertx.executeBlocking(body, false)
                .onComplete(text -> response.putHeader("content-type", type).end(text), failure -> {
                    LOG.warn("{} could not be answered", request.path(), failure);
                    response.setStatusCode(500).end("GW-051 " + failure.getMessage() + "\n");
                });
    }
}
