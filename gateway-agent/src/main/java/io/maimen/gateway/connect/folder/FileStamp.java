package io.maimen.gateway.connect.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/** Which content of a file was meant: a file of the same name written anew has another. Immutable. */
record FileStamp(long bytes, FileTime changed, String key) {
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileStamp(of.size(), of.lastModifiedTime(), Objects.toString(of.fileKey()));
    }
}
