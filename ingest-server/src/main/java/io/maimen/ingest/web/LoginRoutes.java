package io.maimen.ingest.web;

import io.maimen.ingest.query.DisplayJson;
import io.maimen.ingest.security.Account;
import io.maimen.ingest.security.Login;
import io.maimen.ingest.security.LoginResult;
import io.maimen.ingest.security.Organisation;
import io.maimen.ingest.security.Organisations;
import io.maimen.ingest.security.People;
import io.maimen.ingest.security.RefusedException;
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
        router.post("/api/me/password").handler(json.open(this::changePassword));
        router.post("/api/login").handler(json.open(this::login));
        router.post("/api/logout").handler(json.open((request, asked) -> logout(request)));
        router.get("/api/me").handler(json.personal((who, asked) -> account(who.account())));
    }

    private JsonObject login(RoutingContext request, Parameters asked) throws ApiException {
        JsonObject body = asked.body();
        return session(
                request,
                login.login(Parameters.text(body, "username"), Parameters.text(body, "password"), address(request)));
    }

    /** Ends every session of the caller and opens a new one. */
    private JsonObject changePassword(RoutingContext request, Parameters asked) throws ApiException {
        Account account = json.caller(request).account();
        JsonObject body = asked.body();
        String old = Parameters.text(body, "old");
        String password = Parameters.text(body, "new");
        try {
            LoginResult result = login.changePassword(account, old, password, address(request));
            if (result instanceof LoginResult.Refused) {
                // 401 would mean that the session is over.
                throw new ApiException(403, "SRV-060", "old must be your password but is not");
            }
            return session(request, result);
        } catch (RefusedException e) {
            throw ApiException.refused(e);
        }
    }

    private static String address(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }

    private JsonObject session(RoutingContext request, LoginResult result) throws ApiException {
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
