package io.maimen.ingest.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The page's own files and its libraries. Addresses without a dot-dot, types by ending, everything checked for freshness by
 * its hash. Thread-safe.
 */
final class PageFiles {
    private static final String OWN = "io/maimen/ingest/web/";
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9_@-][A-Za-z0-9_@.-]*(/[A-Za-z0-9_@-][A-Za-z0-9_@.-]*)*");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Libraries libraries = Libraries.find();
    private final Optional<Path> directory;
    private final Map<String, Optional<Buffer>> files = new ConcurrentHashMap<>();

    /** {@code directory} takes the place of the page's files on the class path, for those who write the page. */
    PageFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    void on(Router router) {
        router.get("/").handler(this::index);
        router.get("/lib/*")
                .handler(byAddress(
                        "/lib/", address -> libraries.resource(address).flatMap(this::cached)));
        router.get("/*").handler(byAddress("/", this::own));
    }

    private void index(RoutingContext request) {
        Optional<Buffer> page = own("index.html");
        if (page.isEmpty()) {
            JsonEndpoint.fail(request, ApiException.notFound("page"));
            return;
        }
        String html = page.get()
                .toString(StandardCharsets.UTF_8)
                .replace("{{nonce}}", SecurityHeaders.nonce(request))
                .replace("{{importmap}}", libraries.importMap());
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get("html"))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(html);
    }

    /** Finds a file's content by its address. */
    @FunctionalInterface
    private interface Source {
        Optional<Buffer> find(String address);
    }

    private Handler<RoutingContext> byAddress(String prefix, Source source) {
        return request -> {
            String address = request.normalizedPath().substring(prefix.length());
            String type = TYPES.get(address.substring(address.lastIndexOf('.') + 1));
            Optional<Buffer> file =
                    ADDRESS.matcher(address).matches() && type != null ? source.find(address) : Optional.empty();
            if (file.isEmpty()) {
                JsonEndpoint.fail(request, ApiException.notFound("address"));
            } else {
                send(request, file.get(), type);
            }
        };
    }

    private static void send(RoutingContext request, Buffer file, String type) {
        String tag = '"' + Integer.toHexString(file.hashCode()) + '-' + file.length() + '"';
        HttpServerResponse response = request.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (tag.equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            response.end(file);
        }
    }

    private Optional<Buffer> own(String address) {
        return directory.isPresent() ? onDisk(directory.get().resolve(address)) : cached(OWN + address);
    }

    private static Optional<Buffer> onDisk(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Buffer.buffer(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Buffer> cached(String resource) {
        return files.computeIfAbsent(resource, PageFiles::onClassPath);
    }

    private static Optional<Buffer> onClassPath(String resource) {
        if (resource.endsWith(".class")) {
            return Optional.empty();
        }
        try (InputStream in = PageFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
