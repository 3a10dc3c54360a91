package io.maimen.ingest.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * Refuses commands that another site's page makes a browser send with our cookie. Stateless.
 *
 * <p>A browser says where a command comes from ({@code Sec-Fetch-Site}, {@code Origin}), and lets no foreign page add a
 * header of ours. Programs send a bearer token, which no browser adds by itself, and need neither.
 */
final class SameOrigin {
    static final String HEADER = "X-Maimen-Request";

    private SameOrigin() {}

    static void require(RoutingContext request) {
        boolean byCookie = SessionCookie.isCookie(request);
        boolean marked = "1".equals(request.request().getHeader(HEADER));
        if (isForeign(request.request()) || (byCookie && !marked)) {
            JsonEndpoint.fail(
                    request,
                    new ApiException(
                            403,
                            "SRV-064",
                            "command must come from this server's own page, with " + HEADER + ": 1, but did not"));
        } else {
            request.next();
        }
    }

    private static boolean isForeign(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        // "none": a person's own doing, such as a reload.
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        String origin = request.getHeader("Origin");
        return origin != null
                && !origin.toLowerCase(Locale.ROOT)
                        .endsWith("://" + String.valueOf(request.authority()).toLowerCase(Locale.ROOT));
    }
}
