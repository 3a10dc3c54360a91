package io.maimen.gateway.connect.folder;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Opens a folder whenever it can be used. Thread-safe. */
public final class FolderDialer implements DeviceDialer {
    private final WatchedFolder folder;
    private final Clock clock;
    private final Executor executor;
    private final AtomicReference<Optional<FolderConnection>> last = new AtomicReference<>(Optional.empty());

    /** A dialer of one folder; {@code executor} ends connections, which may block. */
    public FolderDialer(WatchedFolder folder, Clock clock, Executor executor) {
        this.folder = folder;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        Optional<String> trouble = new FolderFiles(folder).trouble();
        if (trouble.isEmpty()) {
            last.set(Optional.of(FolderConnection.open(folder, clock, executor, acceptor)));
        }
        return trouble;
    }

    /** Why the folder, or a file in it, cannot be taken at present; empty when all is well. Looks at the disk. */
    public Optional<String> trouble() {
        return new FolderFiles(folder).trouble().or(() -> last.get().flatMap(FolderConnection::trouble));
    }
}
