package io.maimen.simulator.device.connect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.connect.OutletContract.HeardHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutletTest {
    private static final Bytes EXAMINATION = Bytes.of(new byte[100_000]);

    @TempDir
    private Path directory;

    @Test
    void aFileIsThereWholeUnderItsNameAndNothingElseIs() throws IOException {
        Path folder = directory.resolve("cart/export");
        HeardHost host = new HeardHost();
        try (FolderOutlet outlet = new FolderOutlet(folder)) {
            outlet.open(host);
            outlet.send("0001.scp", EXAMINATION);
            outlet.send("0002.scp", EXAMINATION);
        }
        assertEquals(List.of("came"), host.visits, "a folder is always there");
        assertArrayEquals(EXAMINATION.toArray(), Files.readAllBytes(folder.resolve("0001.scp")));
        try (Stream<Path> names = Files.list(folder)) {
            assertEquals(2, names.count());
        }
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            assertEquals(1, beside.count(), "nothing half-written is left beside it");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no folder");
        FolderOutlet outlet = new FolderOutlet(file.resolve("export"));
        UncheckedIOException refusal = assertThrows(UncheckedIOException.class, () -> outlet.open(new HeardHost()));
        assertTrue(refusal.getMessage().startsWith("SIM-052"), refusal.getMessage());
    }
}
