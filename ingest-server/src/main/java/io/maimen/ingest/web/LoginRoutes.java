package io.maimen.ingest.web;

import io.maimen.ingest.query.DisplayJson;
import io.maimen.ingest.security.Account;
import io.maimen.ingest.security.Login;
import io.maimen.ingest.security.LoginResult;
import io.maimen.ingest.security.Organisation;
import io.maimen.ingest.security.Organisations;
import io.maimen.ingest.security.People;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** In, out, and who am I. Stateless. */
final class LoginRoutes {
    private final JsonEndpoint json;
    private final Login login;
    private final Organisations organisations;

    LoginRoutes(JsonEndpoint json, People people) {
        this.json = json;
        this.login = people.login();
        this.organisations = people.organisations();
    }

    void on(Router router) {
        router.post("/api/login").handler(json.open(this::login));
        router.post("/api/logout").handler(json.open((request, asked) -> logout(request)));
        router.get("/api/me").handler(json.personal((who, asked) -> account(who.account())));
    }

    private JsonObject login(RoutingContext request, Parameters asked) throws ApiException {
        JsonObject body = asked.body();
        LoginResult result = login.login(
                Parameters.text(body, "username"),
                Parameters.text(body, "password"),
                request.request().remoteAddress().hostAddress());
        if (result instanceof LoginResult.TooMany tooMany) {
            long seconds = tooMany.tryAfter().toSeconds() + 1;
            request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            throw new ApiException(
                    429, "SRV-061", "logins must be right but too many were wrong; try again in " + seconds + " s");
        }
        if (result instanceof LoginResult.LoggedIn in) {
            SessionCookie.set(request, in.token());
            return account(in.account()).put("token", in.token());
        }
        throw new ApiException(401, "SRV-060", "name and password must belong together but do not");
    }

    private JsonObject logout(RoutingContext request) {
        SessionCookie.token(request).ifPresent(login::logout);
        SessionCookie.clear(request);
        return new JsonObject();
    }

    private JsonObject account(Account account) {
        Organisation organisation = organisations.find(account.organisation()).orElseThrow();
        return new JsonObject()
                .put("username", account.username())
                .put("displayName", account.displayName())
                .put("role", account.role().text())
                .put(
                        "organisation",
                        new JsonObject()
                                .put("id", organisation.id().value())
                                .put("name", DisplayJson.of(organisation.name())));
    }
}
