package io.maimen.log.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    private Path parent;

    private SecretFiles files;

    @BeforeEach
    void open() {
        files = new SecretFiles(parent.resolve("identity"));
    }

    @Test
    void onlyTheOwnerReadsAFileAndItsDirectory() throws Exception {
        files.write("a.key", "secret\n");
        assertEquals("rwx------", rights(files.directory()));
        assertEquals("rw-------", rights(files.directory().resolve("a.key")));
    }

    @Test
    void whatWasWrittenLastIsRead() throws Exception {
        assertFalse(files.has("a.key"));
        files.write("a.key", "first, and longer");
        files.write("a.key", "last");
        assertTrue(files.has("a.key"));
        assertEquals("last", files.read("a.key"));
    }

    /** A writer that was killed leaves a draft, perhaps with other rights than ours. */
    @Test
    void aDraftThatWasLeftBehindIsInNobodysWay() throws Exception {
        Files.createDirectory(files.directory());
        Files.writeString(files.directory().resolve("a.key.new"), "half");
        files.write("a.key", "whole");
        assertEquals("rw-------", rights(files.directory().resolve("a.key")));
        try (Stream<Path> names = Files.list(files.directory())) {
            assertEquals(
                    List.of("a.key"),
                    names.map(name -> name.getFileName().toString()).toList());
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
