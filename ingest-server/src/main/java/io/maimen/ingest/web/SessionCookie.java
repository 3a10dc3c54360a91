package io.maimen.ingest.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** How a session's token travels: a cookie for the page, a bearer header for programs. Stateless. */
final class SessionCookie {
    private static final String NAME = "maimen_session";
    private static final String BEARER = "Bearer ";

    private SessionCookie() {}

    /** Whether the browser itself adds what lets this request in. */
    static boolean isCookie(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        return (header == null || !header.startsWith(BEARER))
                && request.request().getCookie(NAME) != null;
    }

    static Optional<String> token(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()));
        }
        return Optional.ofNullable(request.request().getCookie(NAME)).map(Cookie::getValue);
    }

    /** Not for scripts, and never sent from another site's page. */
    static void set(RoutingContext request, String token) {
        request.response().addCookie(cookie(token));
    }

    static void clear(RoutingContext request) {
        request.response().addCookie(cookie("").setMaxAge(0));
    }

    private static Cookie cookie(String token) {
        return Cookie.cookie(NAME, token)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }
}
