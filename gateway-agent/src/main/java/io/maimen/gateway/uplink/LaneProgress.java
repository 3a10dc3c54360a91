package io.maimen.gateway.uplink;

import io.maimen.gateway.outbox.OutboxLane;
import io.maimen.log.LogDamage;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.log.LogSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of one lane has been sent and confirmed. Everything before the lane's cursor is confirmed; what is confirmed or on
 * its way beyond it is remembered here, in memory: after a crash it is sent again, which the server bears. Confined to the
 * uplink's thread.
 */
final class LaneProgress {
    private static final Logger LOG = LoggerFactory.getLogger(LaneProgress.class);
    private static final int SLICE_RECORDS = 256;

    private final OutboxLane lane;
    private final EnvelopePacker packer;
    private final PositionRanges confirmed = new PositionRanges();
    private LogPosition liveFrom;
    private long lostStretches;

    LaneProgress(OutboxLane lane, EnvelopePacker packer) {
        this.lane = lane;
        this.packer = packer;
        this.liveFrom = lane.end();
    }

    /** What came before now is backlog, what comes after is live. */
    void connected() {
        liveFrom = lane.end();
    }

    /**
     * The next stretch that is neither confirmed nor among {@code underway}, up to about {@code targetBytes} of entries but
     * at least one; empty when there is none.
     *
     * @param live from the entries since the connection stands, else from the oldest
     */
    Optional<Shipment> next(boolean live, int targetBytes, List<Shipment> underway) throws LogException {
        PositionRanges claimed = new PositionRanges(confirmed);
        underway.forEach(shipment -> claimed.add(shipment.from(), shipment.to()));
        LogPosition from = claimed.firstOutside(live ? liveFrom : lane.confirmed());
        while (from.compareTo(lane.end()) < 0) {
            LogPosition limit = claimed.nextStart(from).orElseGet(lane::end);
            LogSlice slice = lane.read(from, SLICE_RECORDS);
            Optional<Shipment> found = pack(from, limit, slice, targetBytes);
            if (found.isPresent()) {
                return found;
            }
            // Only damage lay here: nothing to send and nothing to wait for.
            LogPosition passed = slice.next().compareTo(limit) < 0 ? slice.next() : limit;
            if (passed.compareTo(from) <= 0) {
                return Optional.empty();
            }
            confirmed.add(from, passed);
            claimed.add(from, passed);
            from = claimed.firstOutside(passed);
        }
        return Optional.empty();
    }

    private Optional<Shipment> pack(LogPosition from, LogPosition limit, LogSlice slice, int targetBytes) {
        List<LogRecord> taken = new ArrayList<>();
        LogPosition to = slice.next();
        int bytes = 0;
        for (LogRecord each : slice.records()) {
            int size = each.buffer().remaining();
            boolean full = !taken.isEmpty() && bytes + size > targetBytes;
            if (full || each.position().compareTo(limit) >= 0) {
                to = each.position();
                break;
            }
            taken.add(each);
            bytes += size;
        }
        report(slice, to);
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(packer.pack(lane.lane(), from, to.compareTo(limit) < 0 ? to : limit, taken));
    }

    private void report(LogSlice slice, LogPosition to) {
        for (LogDamage damage : slice.damage()) {
            if (damage.kind() == LogDamage.Kind.LOST && damage.from().compareTo(to) < 0) {
                lostStretches++;
                LOG.error(
                        "GW-065 lane {} must be whole but entries from {} to {} are lost; replace the disk",
                        lane.lane().text(),
                        damage.from(),
                        damage.to());
            }
        }
    }

    void confirm(Shipment shipment) {
        confirmed.add(shipment.from(), shipment.to());
        lane.count(shipment.entries());
    }

    /** Makes durable how far everything is confirmed, and lets the lane give its space back. */
    void save() throws LogException {
        LogPosition cursor = confirmed.firstOutside(lane.confirmed());
        lane.confirm(cursor);
        confirmed.dropBefore(cursor);
        // What lies before the cursor is forgotten here: it must not be taken for new.
        liveFrom = liveFrom.compareTo(cursor) < 0 ? cursor : liveFrom;
    }

    /** Stretches of the lane that the disk lost. */
    long lostStretches() {
        return lostStretches;
    }
}
