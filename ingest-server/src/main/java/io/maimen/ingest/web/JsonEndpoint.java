package io.maimen.ingest.web;

import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Login;
import io.maimen.ingest.security.Right;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a question answered in JSON into a handler: off the event loop, for those who may ask, refusals coded. */
final class JsonEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(JsonEndpoint.class);

    private final WorkerExecutor workers;
    private final Login login;

    JsonEndpoint(WorkerExecutor workers, Login login) {
        this.workers = workers;
        this.login = login;
    }

    /** Answers anyone. Runs on a worker thread. */
    @FunctionalInterface
    interface Open {
        JsonObject answer(RoutingContext request, Parameters parameters) throws ApiException;
    }

    /** Answers whoever is logged in. Runs on a worker thread. */
    @FunctionalInterface
    interface Personal {
        JsonObject answer(Caller who, Parameters parameters) throws ApiException;
    }

    Handler<RoutingContext> open(Open question) {
        return request -> workers.executeBlocking(() -> question.answer(request, new Parameters(request)), false)
                .onSuccess(json -> send(request, 200, json))
                .onFailure(e -> fail(request, e));
    }

    Handler<RoutingContext> personal(Personal question) {
        return open((request, parameters) -> question.answer(caller(request), parameters));
    }

    /** Answers those whose role has the right; whoever is logged in without it hears 403. */
    Handler<RoutingContext> permitted(Right right, Personal question) {
        return open((request, parameters) -> {
            Caller who = caller(request);
            if (!who.may(right)) {
                throw new ApiException(
                        403,
                        "SRV-063",
                        "role must have the right " + right.text() + " but was "
                                + who.account().role().text() + "; see docs/people.md");
            }
            return question.answer(who, parameters);
        });
    }

    /** Who asks. Blocking. */
    Caller caller(RoutingContext request) throws ApiException {
        Optional<Caller> caller = SessionCookie.token(request).flatMap(login::caller);
        return caller.orElseThrow(() ->
                new ApiException(401, "SRV-062", "request must come from someone logged in but did not; log in first"));
    }

    static void fail(RoutingContext request, Throwable e) {
        if (e instanceof ApiException refused) {
            send(request, refused.status(), error(refused.code(), refused.getMessage()));
        } else {
            LOG.error("SRV-079 {} must be answered but failed", request.normalizedPath(), e);
            send(request, 500, error("SRV-079", "the server failed; its log says why"));
        }
    }

    static JsonObject error(String code, String message) {
        return new JsonObject().put("code", code).put("message", message);
    }

    static void send(RoutingContext request, int status, JsonObject json) {
        if (!request.response().ended() && !request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(json.toBuffer());
        }
    }
}
