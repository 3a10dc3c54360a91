package io.maimen.log;

import io.maimen.log.simulated.SimulatedDisk;

class SegmentLogOnSimulatedDiskTest implements SegmentLogContract {
    @Override
    public DiskPlace newDiskPlace() {
        Disk disk = new SimulatedDisk(1);
        return new DiskPlace() {
            @Override
            public Disk disk() {
                return disk;
            }

            @Override
            public void close() {
                disk.close();
            }
        };
    }
}
