package io.maimen.gateway.connect.folder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DecodeError;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real folder, watched by Camel. */
class FolderConnectionTest extends ConnectionContract {
    private static final int MAX_BYTES = 1_000;
    private static final Duration AGAIN = Duration.ofSeconds(6);

    @TempDir
    Path home;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private Path folder = Path.of("");
    private FolderDialer dialer;
    private int sent;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("心电 export+1 & 50%"));
        dialer = new FolderDialer(watched(folder), clock, executor);
    }

    @AfterEach
    void stop() throws InterruptedException {
        ear.last().ifPresent(connection -> connection.close("the test is over"));
        executor.shutdown();
        // Until then it makes folders anew in the directory that is about to be deleted.
        assertTrue(executor.awaitTermination(20, TimeUnit.SECONDS));
    }

    private static WatchedFolder watched(Path folder) {
        return new WatchedFolder(folder, "*.scp", Duration.ofMillis(20), MAX_BYTES);
    }

    @Override
    protected DeviceConnection connect() {
        assertEquals(Optional.empty(), dialer.dial(ear));
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        export(++sent + ".scp", bytes);
        answer(sent, Acknowledgement.ACCEPTED);
    }

    @Override
    protected void deviceDies() throws IOException {
        Files.move(folder, home.resolve("gone"));
    }

    private Path export(String name, byte... bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Waits for so many deliveries and answers the last. */
    private void answer(int deliveries, Acknowledgement answer) {
        await().until(() -> ear.deliveries.size() >= deliveries);
        ear.last().orElseThrow().acknowledge(ear.deliveries.get(deliveries - 1), answer);
    }

    @Test
    void aFileIsMovedAwayOnlyWhenItIsStored() throws IOException {
        connect();
        Path file = export("a.scp", (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        assertTrue(Files.exists(file), "not answered yet");
        answer(1, Acknowledgement.ACCEPTED);
        await().until(() -> Files.exists(folder.resolve("done/a.scp")));
        assertFalse(Files.exists(file));
    }

    @Test
    void aFileThatCannotBeReadLiesWithTheReasonBesideIt() throws IOException {
        connect();
        export("a.scp", (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        ear.last().orElseThrow().rejected(new DecodeError("SCP-005", 0, "check value must be 1234 but was 0000"));
        answer(1, Acknowledgement.MALFORMED);
        await().until(() -> Files.exists(folder.resolve("refused/a.scp")));
        assertEquals(
                "SCP-005 at byte 0: check value must be 1234 but was 0000\n",
                Files.readString(folder.resolve("refused/a.scp.reason.txt")));
    }

    @Test
    void aFileThatCouldNotBeStoredStaysAndIsTriedAgainAfterAWhile() throws IOException {
        connect();
        Path file = export("a.scp", (byte) 1);
        answer(1, Acknowledgement.NOT_STORED);
        await().until(() -> dialer.trouble().orElse("").startsWith("GW-046"));
        assertTrue(Files.exists(file));
        clock.set(NOON.plus(AGAIN));
        answer(2, Acknowledgement.ACCEPTED);
        await().until(() -> Files.exists(folder.resolve("done/a.scp")));
        await().until(() -> dialer.trouble().isEmpty());
    }

    @Test
    void whatWasNotAnsweredIsThereAfterARestart() throws IOException {
        connect();
        Path file = export("a.scp", (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        ear.last().orElseThrow().close("the gateway dies");
        await().until(() -> !ear.closed.isEmpty());
        assertTrue(Files.exists(file));
        connect();
        answer(2, Acknowledgement.ACCEPTED);
        await().until(() -> Files.exists(folder.resolve("done/a.scp")));
    }

    @Test
    void aRecordingThatTookTheNameMeanwhileIsReadToo() throws IOException {
        connect();
        Path file = export("a.scp", (byte) 1);
        await().until(() -> ear.deliveries.size() == 1);
        Files.write(file, new byte[] {2, 3});
        answer(1, Acknowledgement.ACCEPTED);
        answer(2, Acknowledgement.ACCEPTED);
        await().until(() -> Files.exists(folder.resolve("done/a.scp")));
        assertEquals(
                2,
                Files.size(folder.resolve("done/a.scp")),
                "the first content was stored and written over by the cart");
        assertEquals(3, ear.bytes().size());
    }

    @Test
    void twoRecordingsOfOneNameAreBothKept() throws IOException {
        connect();
        deviceSends((byte) 1);
        await().until(() -> Files.exists(folder.resolve("done/1.scp")));
        export("1.scp", (byte) 2);
        answer(2, Acknowledgement.ACCEPTED);
        await().until(() -> Files.exists(folder.resolve("done/2-1.scp")));
        assertTrue(Files.exists(folder.resolve("done/1.scp")));
    }

    @Test
    void unfinishedForeignAndLargeFilesAreNotRead() throws IOException {
        export("a.scp.part", (byte) 1);
        export(".b.scp", (byte) 1);
        export("report.pdf", (byte) 1);
        Files.createSymbolicLink(folder.resolve("link.scp"), export("target", (byte) 1));
        export("large.scp", new byte[MAX_BYTES + 1]);
        connect();
        await().until(() -> Files.exists(folder.resolve("refused/large.scp")));
        assertTrue(
                Files.readString(folder.resolve("refused/large.scp.reason.txt")).startsWith("GW-044"));
        deviceSends((byte) 7);
        await().until(() -> Files.exists(folder.resolve("done/1.scp")));
        assertEquals(1, ear.deliveries.size());
        assertEquals(List.of(".b.scp", "a.scp.part", "done", "link.scp", "refused", "report.pdf", "target"), names());
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndTakenWhenItIsBack() throws IOException {
        Path away = Files.move(folder, home.resolve("away"));
        assertTrue(dialer.dial(ear).orElseThrow().startsWith("GW-042"), "for the log");
        assertTrue(dialer.trouble().orElseThrow().startsWith("GW-042"), "for the status");
        Files.move(away, folder);
        connect();
        deviceSends((byte) 1);
        await().until(() -> Files.exists(folder.resolve("done/1.scp")));
    }

    @Test
    void aPlaceWhereFilesCannotBeMovedToIsNamedBeforeAnyIsRead() throws IOException {
        export("done", (byte) 1); // a file where the folder must be
        assertTrue(dialer.dial(ear).orElseThrow().startsWith("GW-043"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
