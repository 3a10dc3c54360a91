package io.maimen.gateway.outbox;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.outbox.StoreOutcome.NotStored;
import io.maimen.gateway.outbox.StoreOutcome.Reason;
import io.maimen.log.Disk;
import io.maimen.log.LogException;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.observation.Lane;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that waits for the server. Thread-safe; callers that put into one lane at the same time share one fsync. */
public final class Outbox implements EntryStore, AutoCloseable {
    /** The largest entry: an envelope of 256 KiB must hold it. */
    public static final int MAX_ENTRY_BYTES = 240 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** A lane gives space back in whole segments, so none may be a large part of what there is. */
    private static final int SEGMENTS_AT_LEAST = 32;

    private static final long SMALLEST_SEGMENT_BYTES = 16 << 10;

    private final Map<Lane, OutboxLane> lanes;
    private final LaneChoice choice;
    private final OverflowOrder order;
    private final Map<Lane, NotStored> refusing = new ConcurrentHashMap<>();
    private final OutboxEntryCodec codec = new OutboxEntryCodec();

    Outbox(Map<Lane, OutboxLane> lanes, LaneChoice choice, OverflowOrder order) {
        this.lanes = new EnumMap<>(lanes);
        this.choice = choice;
        this.order = order;
    }

    /**
     * The outbox in the directories {@code outbox/alarm}, {@code outbox/vital} and {@code outbox/waveform}.
     *
     * @throws IOException when one of them is in use, cannot be written or is full; the message says which
     */
    public static Outbox open(DiskSource disks, OutboxLimits limits, LaneChoice choice) throws IOException {
        Map<Lane, OutboxLane> lanes = new EnumMap<>(Lane.class);
        try {
            for (Lane lane : Lane.values()) {
                lanes.put(lane, open(lane, disks.open("outbox/" + lane.text()), limits));
            }
        } catch (IOException e) {
            lanes.values().forEach(OutboxLane::close);
            throw e;
        }
        return new Outbox(lanes, choice, new OverflowOrder(limits.quotaBytes()));
    }

    private static OutboxLane open(Lane lane, Disk disk, OutboxLimits limits) throws IOException {
        try {
            DiskProbe.check(disk);
            long space = Math.min(limits.quotaBytes(), disk.usableBytes());
            long share = Math.max(SMALLEST_SEGMENT_BYTES, space / SEGMENTS_AT_LEAST);
            SegmentLogOptions standard = SegmentLogOptions.defaults();
            SegmentLogOptions options =
                    new SegmentLogOptions(Math.min(limits.segmentBytes(), share), MAX_ENTRY_BYTES, standard.salts());
            return new OutboxLane(lane, disk, SegmentLog.open(disk, options));
        } catch (IOException e) {
            disk.close();
            throw e;
        }
    }

    @Override
    public StoreOutcome put(OutboxEntry entry) {
        OutboxLane lane = lanes.get(choice.of(entry));
        StoreOutcome outcome = put(lane, codec.toCbor(entry));
        if (outcome instanceof NotStored refused && refused.reason() != Reason.TOO_LARGE) {
            if (refusing.put(lane.lane(), refused) == null) {
                LOG.error("lane {} stores nothing: {}", lane.lane().text(), refused.text());
            }
        } else if (outcome instanceof StoreOutcome.Stored) {
            recovered(lane);
        }
        return outcome;
    }

    private StoreOutcome put(OutboxLane lane, byte[] entry) {
        try {
            long free = lane.freeBytes();
            if (!order.admits(lane.lane(), entry.length, usedBytes(), free)) {
                return new NotStored(
                        Reason.NO_SPACE,
                        "GW-010 space for lane " + lane.lane().text() + " must be left but the disk has " + free
                                + " bytes free and the outbox holds " + usedBytes()
                                + "; connect the gateway to its server, or free disk space");
            }
            lane.append(entry);
            return new StoreOutcome.Stored(lane.lane());
        } catch (LogException e) {
            return new NotStored(reason(e), e.getMessage());
        } catch (IOException e) {
            return new NotStored(Reason.DISK_FAILED, "GW-011 the disk must answer but did not: " + e.getMessage());
        }
    }

    private static Reason reason(LogException e) {
        return switch (e.reason()) {
            case NO_SPACE -> Reason.NO_SPACE;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case CLOSED -> Reason.CLOSED;
            case IO, LOCKED, UNKNOWN_POSITION, UNKNOWN_VERSION -> Reason.DISK_FAILED;
        };
    }

    private void recovered(OutboxLane lane) {
        if (refusing.remove(lane.lane()) != null) {
            LOG.warn("lane {} stores again", lane.lane().text());
        }
    }

    /** Tries whether a lane that refused would store again, so that the status recovers without waiting for a device. */
    public void probe() {
        for (OutboxLane lane : lanes.values()) {
            if (refusing.containsKey(lane.lane()) && hasSpace(lane)) {
                recovered(lane);
            }
        }
    }

    private boolean hasSpace(OutboxLane lane) {
        try {
            lane.probe();
            return order.admits(lane.lane(), MAX_ENTRY_BYTES, usedBytes(), lane.freeBytes());
        } catch (IOException stillFull) {
            return false;
        }
    }

    /** The lanes, most urgent first. */
    public List<OutboxLane> lanes() {
        return List.copyOf(lanes.values());
    }

    /** One of them. */
    public OutboxLane lane(Lane lane) {
        return lanes.get(lane);
    }

    /** Why a lane stores nothing at present, by lane; empty when all is well. */
    public Map<Lane, NotStored> refusing() {
        return Map.copyOf(refusing);
    }

    /** What all lanes take on the disk. */
    public long usedBytes() {
        return lanes.values().stream().mapToLong(OutboxLane::sizeBytes).sum();
    }

    /** What the disk has left, as it says; empty when it does not answer. */
    public Optional<Long> freeBytes() {
        try {
            return Optional.of(lanes.get(Lane.VITAL).freeBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        lanes.values().forEach(OutboxLane::close);
    }
}
