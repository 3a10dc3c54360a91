package io.maimen.gateway;

import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.desired.Desired;
import io.maimen.gateway.identity.DesiredKey;
import io.maimen.gateway.identity.IdentityException;
import io.maimen.gateway.outbox.DiskSource;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.quarantine.QuarantineLog;
import io.maimen.log.Disk;
import io.maimen.log.DurableValue;
import io.maimen.log.FileDisk;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Everything the gateway keeps in its directory. */
record Storage(Outbox outbox, QuarantineLog quarantine, Disk quarantineDisk, Desired desired, Disk desiredDisk)
        implements AutoCloseable {
    private static final long QUARANTINE_SEGMENT_BYTES = 1 << 20;

    /** Opens it all, or says in one line why that cannot be. */
    static Storage open(GatewayConfig config) throws StartException {
        Path directory = config.gateway().directory();
        DiskSource disks = name -> FileDisk.open(directory.resolve(name));
        try {
            Disk desiredDisk = disks.open("desired");
            Desired desired = Desired.open(
                    config.gateway().id(), () -> DesiredKey.find(directory), new DurableValue(desiredDisk, "state"));
            Outbox outbox = Outbox.open(disks, config.outbox(), new LaneChoice(desired::mayAlarm));
            Disk disk = disks.open("quarantine");
            SegmentLogOptions options = SegmentLogOptions.defaults().withSegmentBytes(QUARANTINE_SEGMENT_BYTES);
            return new Storage(outbox, new QuarantineLog(SegmentLog.open(disk, options)), disk, desired, desiredDisk);
        } catch (IdentityException e) {
            throw new StartException(e.getMessage(), e);
        } catch (IOException e) {
            throw new StartException(
                    "GW-001 directory must be writable, not full and not in use but " + directory + " was not: "
                            + e.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        outbox.close();
        quarantine.close();
        quarantineDisk.close();
        desiredDisk.close();
    }
}
