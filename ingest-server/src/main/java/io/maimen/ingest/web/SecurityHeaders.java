package io.maimen.ingest.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.Base64;

/** What a browser must not do with our answers. Stateless. */
final class SecurityHeaders {
    private static final String NONCE = "nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecurityHeaders() {}

    static void add(RoutingContext request) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        request.put(NONCE, nonce);
        HttpServerResponse response = request.response();
        // The nonce is for the import map, the only script that stands in the page itself.
        response.putHeader(
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:; object-src 'none';"
                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Referrer-Policy", "no-referrer");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        request.next();
    }

    /** This answer's nonce. */
    static String nonce(RoutingContext request) {
        return request.get(NONCE);
    }
}
