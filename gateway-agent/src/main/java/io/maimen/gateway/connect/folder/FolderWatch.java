package io.maimen.gateway.connect.folder;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Camel's file consumer: looks once a second, or oftener, for files that have not changed for a while (its read lock {@code changed}), and
 * hands over their names, one at a time. It neither moves nor deletes nor remembers any. Thread-safe.
 */
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long SELDOM_MS = 1_000;
    private static final long OFTEN_MS = 50;
    /** A file that is still being written is left for the next look, so that it does not hold up the others. */
    private static final int WAIT_FOR_ONE_MS = 1_000;

    private static final long COMPARE_EVERY_MS = 100;

    private final CamelContext camel = new DefaultCamelContext();

    /** Who watches. Called on Camel's thread, one call at a time. */
    interface Watcher {
        /** Whether to look at all. */
        boolean mayLook();

        /** Whether a file is one to take when it is complete. */
        boolean wants(Path file);

        /** A file has not changed for a while. */
        void complete(Path file);
    }

    private FolderWatch() {}

    /** Looks from now on. */
    static FolderWatch start(WatchedFolder folder, Watcher watcher) {
        FolderWatch watch = new FolderWatch();
        try {
            watch.camel.getShutdownStrategy().setTimeout(1);
            watch.camel.getRegistry().bind("wanted", (GenericFileFilter<?>) file -> wants(watcher, file));
            watch.camel.getRegistry().bind("looking", new Looking(watcher));
            watch.camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri(folder)).process(exchange -> watcher.complete(path(exchange)));
                }
            });
        } catch (Exception e) {
            // Camel declares Exception; the route is a constant but for the folder, whose name is escaped.
            throw new IllegalStateException("the route is fixed and must load", e);
        }
        watch.camel.start();
        return watch;
    }

    private static String uri(WatchedFolder folder) {
        long settleMs = Math.max(1, folder.settle().toMillis());
        long lookMs = Math.max(OFTEN_MS, Math.min(SELDOM_MS, settleMs));
        return "file:" + escaped(folder.directory()) + "?noop=true&idempotent=false&autoCreate=false"
                + "&initialDelay=0&delay=" + lookMs + "&filter=#wanted&pollStrategy=#looking"
                + "&readLock=changed&readLockMarkerFile=false&readLockMinLength=0&readLockMinAge=" + settleMs
                + "&readLockCheckInterval=" + Math.min(COMPARE_EVERY_MS, settleMs) + "&readLockTimeout="
                + WAIT_FOR_ONE_MS
                + "&readLockLoggingLevel=OFF";
    }

    private static String escaped(Path directory) {
        try {
            return new URI(null, null, directory.toAbsolutePath().toString(), null)
                    .getRawPath()
                    .replace("&", "%26")
                    .replace("+", "%2B");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path has an escaped form", e);
        }
    }

    private static boolean wants(Watcher watcher, GenericFile<?> file) {
        return file.isDirectory() || watcher.wants(Path.of(file.getAbsoluteFilePath()));
    }

    private static Path path(Exchange exchange) {
        return Path.of(((GenericFile<?>) exchange.getMessage().getBody()).getAbsoluteFilePath());
    }

    /** Asks before each look, and tells no more of a look that failed than that it did: the next asks again. */
    private record Looking(Watcher watcher) implements PollingConsumerPollStrategy {
        @Override
        public boolean begin(Consumer consumer, Endpoint endpoint) {
            return watcher.mayLook();
        }

        @Override
        public void commit(Consumer consumer, Endpoint endpoint, int files) {}

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
            LOG.warn("GW-049 looking into {} failed and is tried again: {}", endpoint, cause.getMessage());
            return false;
        }
    }

    /** Waits for a file that is being taken, for a second at most. */
    @Override
    public void close() {
        camel.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
        camel.stop();
    }
}
