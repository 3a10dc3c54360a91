package io.maimen.gateway.connect.folder;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for as long as it can be used: one file after another is handed on as a delivery, and moved by its answer. A file stays where
 * it is until it is stored, whatever dies before; read twice it is the same measurement. Thread-safe.
 */
final class FolderConnection implements DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FolderConnection.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final long PATIENCE_S = 120;

    private final WatchedFolder folder;
    private final FolderFiles files;
    private final Clock clock;
    private final Executor executor;
    private final Map<Path, Held> held = new ConcurrentHashMap<>();
    private final Map<DeliveryId, CompletableFuture<Acknowledgement>> unanswered = new ConcurrentHashMap<>();
    private final AtomicReference<String> reason = new AtomicReference<>("");
    private final CompletableFuture<FolderWatch> watch = new CompletableFuture<>();
    private final CompletableFuture<ConnectionListener> listener = new CompletableFuture<>();
    private final AtomicReference<String> rejection = new AtomicReference<>("");
    private long deliveries;

    /** A file that is left alone for a while: why, until when, and whether it was stored already and only could not be moved. */
    private record Held(FileStamp stamp, String why, Instant until, Optional<Acknowledgement> answer) {}

    private FolderConnection(WatchedFolder folder, Clock clock, Executor executor) {
        this.folder = folder;
        this.files = new FolderFiles(folder);
        this.clock = clock;
        this.executor = executor;
    }

    /** Watches from now on; {@code executor} ends what has to be ended. */
    static FolderConnection open(WatchedFolder folder, Clock clock, Executor executor, ConnectionAcceptor acceptor) {
        FolderConnection connection = new FolderConnection(folder, clock, executor);
        connection.listener.complete(acceptor.accept(connection));
        connection.watch.complete(FolderWatch.start(folder, connection.new Eye()));
        return connection;
    }

    /** What the watch asks and tells, on its thread. */
    private final class Eye implements FolderWatch.Watcher {
        @Override
        public boolean mayLook() {
            Optional<String> trouble = files.trouble();
            trouble.ifPresent(FolderConnection.this::close);
            held.keySet().removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
            return trouble.isEmpty() && reason.get().isEmpty();
        }

        @Override
        public boolean wants(Path file) {
            Held waiting = held.get(file);
            return files.isCandidate(file)
                    && (waiting == null || !waiting.until().isAfter(clock.instant()));
        }

        @Override
        public void complete(Path file) {
            if (reason.get().isEmpty()) {
                take(file);
            }
        }
    }

    private void take(Path file) {
        try {
            FileStamp stamp = FileStamp.of(file);
            Held before = held.get(file);
            if (before != null && before.answer().isPresent() && before.stamp().equals(stamp)) {
                move(file, stamp, before.answer().get());
            } else if (stamp.bytes() > folder.maxBytes()) {
                refuse(
                        file,
                        stamp,
                        "GW-044 file must have at most " + folder.maxBytes() + " bytes but had " + stamp.bytes()
                                + "; it was not read");
            } else {
                move(file, stamp, delivered(file, read(file, stamp)));
            }
        } catch (IOException e) {
            hold(
                    file,
                    "GW-045 file " + file + " must be one the gateway may read but was not: " + FolderFiles.reason(e)
                            + "; it stays where it is and is tried again");
        }
    }

    private static Bytes read(Path file, FileStamp stamp) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Bytes.of(in.readNBytes((int) stamp.bytes()));
        }
    }

    /** Hands a file on and waits for its answer; without one it is not stored. */
    private Acknowledgement delivered(Path file, Bytes bytes) {
        DeliveryId delivery = new DeliveryId(++deliveries);
        CompletableFuture<Acknowledgement> answer = new CompletableFuture<>();
        unanswered.put(delivery, answer);
        rejection.set("GW-047 file could not be read, and its driver did not say why");
        try {
            if (!reason.get().isEmpty()) {
                return Acknowledgement.NOT_STORED;
            }
            Channel name = new Channel(file.getFileName().toString());
            listener.get().received(name, delivery, bytes, new ReceiveTime(clock.instant()));
            return answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Acknowledgement.NOT_STORED;
        } catch (ExecutionException | TimeoutException e) {
            return Acknowledgement.NOT_STORED;
        } finally {
            unanswered.remove(delivery);
        }
    }

    private void move(Path file, FileStamp stamp, Acknowledgement answer) {
        if (answer == Acknowledgement.NOT_STORED) {
            hold(file, "GW-046 file " + file + " could not be stored; it stays where it is and is tried again");
            return;
        }
        try {
            if (answer == Acknowledgement.ACCEPTED) {
                files.done(file, stamp);
            } else {
                refuse(file, stamp, rejection.get());
            }
            held.remove(file);
        } catch (IOException e) {
            LOG.debug("{} was not moved", file, e);
            held.put(
                    file,
                    new Held(
                            stamp,
                            "GW-048 file " + file + " must be one the gateway may move but was not: "
                                    + FolderFiles.reason(e) + "; move it away by hand",
                            clock.instant().plus(AGAIN),
                            Optional.of(answer)));
        }
    }

    private void refuse(Path file, FileStamp stamp, String why) throws IOException {
        LOG.warn("{} goes to {}: {}", file, folder.refused(), why);
        files.refused(file, stamp, why);
    }

    private void hold(Path file, String why) {
        try {
            Held held = new Held(FileStamp.of(file), why, clock.instant().plus(AGAIN), Optional.empty());
            if (this.held.put(file, held) == null) {
                LOG.warn("{}", why);
            }
        } catch (IOException e) {
            LOG.info("{} has gone: {}", file, e.getMessage());
        }
    }

    /** Why a file stays where it is at present; empty when none does. */
    Optional<String> trouble() {
        return held.values().stream().map(Held::why).sorted().findFirst();
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        return Optional.of("a folder takes no bytes");
    }

    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {
        CompletableFuture<Acknowledgement> answer = unanswered.get(delivery);
        if (answer != null) {
            answer.complete(acknowledgement);
        }
    }

    @Override
    public void rejected(DecodeError error) {
        rejection.set(error.toString());
    }

    /** The watch may be in the middle of a file, and its thread the one that closes: another ends it. */
    @Override
    public void close(String why) {
        if (reason.compareAndSet("", why)) {
            unanswered.values().forEach(answer -> answer.complete(Acknowledgement.NOT_STORED));
            executor.execute(() -> {
                watch.join().close();
                listener.join().closed(why);
            });
        }
    }
}
