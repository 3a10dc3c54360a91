package io.maimen.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SegmentLogOnFileDiskTest implements SegmentLogContract {
    @Override
    public DiskPlace newDiskPlace() throws IOException {
        Path directory = Files.createTempDirectory("maimen-log");
        FileDisk disk = FileDisk.open(directory);
        return new DiskPlace() {
            @Override
            public Disk disk() {
                return disk;
            }

            @Override
            public void close() throws IOException {
                for (String name : disk.list()) {
                    disk.delete(name);
                }
                disk.close();
                Files.delete(directory);
            }
        };
    }
}
