package io.maimen.ingest.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page's libraries as their jars bring them, under {@code /lib/}, without versions in the addresses. Immutable.
 *
 * <p>Each jar of lit has an import map for itself only ({@code META-INF/importmap.json}); here they become one.
 */
final class Libraries {
    private static final String STATIC = "/_static/";
    private static final String JAR_ROOT = "META-INF/resources";
    private static final String UPLOT_POM = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

    private final Map<String, String> imports = new TreeMap<>();
    /** From the address after {@code /lib/} to the folder in the jars. */
    private final Map<String, String> folders = new LinkedHashMap<>();

    /** Finds the libraries on the class path. */
    static Libraries find() {
        try {
            Libraries libraries = new Libraries();
            for (URL map : Collections.list(loader().getResources("META-INF/importmap.json"))) {
                try (InputStream in = map.openStream()) {
                    libraries.add(new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
            libraries.addUplot();
            return libraries;
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own jars must be readable", e);
        }
    }

    private void add(JsonObject importMap) {
        for (Map.Entry<String, Object> entry : importMap.getJsonObject("imports")) {
            String target = entry.getValue().toString();
            String address = withoutVersion(target);
            imports.put(entry.getKey(), "/lib/" + address);
            if (target.endsWith("/")) {
                folders.put(address, JAR_ROOT + target);
            }
        }
    }

    /** {@code /_static/lit/3.3.1/index.js} becomes {@code lit/index.js}. */
    private static String withoutVersion(String target) {
        return target.substring(STATIC.length()).replaceFirst("/[0-9]+\\.[0-9][^/]*/", "/");
    }

    private void addUplot() throws IOException {
        var version = new java.util.Properties();
        try (InputStream in = loader().getResourceAsStream(UPLOT_POM)) {
            if (in != null) {
                version.load(in);
            }
        }
        imports.put("uplot", "/lib/uplot/uPlot.esm.js");
        folders.put("uplot/", JAR_ROOT + "/webjars/uplot/" + version.getProperty("version") + "/dist/");
    }

    /** The merged map, as it stands in the page. */
    String importMap() {
        return new JsonObject()
                .put("imports", new JsonObject(new LinkedHashMap<>(imports)))
                .encode();
    }

    /** The file on the class path behind an address after {@code /lib/}; empty when no library has that folder. */
    Optional<String> resource(String address) {
        return folders.entrySet().stream()
                .filter(folder -> address.startsWith(folder.getKey()))
                .map(folder ->
                        folder.getValue() + address.substring(folder.getKey().length()))
                .findFirst();
    }

    private static ClassLoader loader() {
        return Libraries.class.getClassLoader();
    }
}
