package io.maimen.gateway.status;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.gateway.desired.DesiredStatus;
import io.maimen.gateway.identity.IdentityStatus;
import io.maimen.gateway.outbox.LaneStatus;
import io.maimen.gateway.uplink.UplinkStatus;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gateway at one moment. Immutable.
 *
 * @param at the moment
 * @param troubles why whole kinds of devices cannot be reached at present
 * @param notStored why readings are refused at present, one text for each lane concerned
 */
public record StatusReport(
        GatewayId gateway,
        Instant at,
        Instant startedAt,
        UplinkStatus uplink,
        IdentityStatus identity,
        DesiredStatus desired,
        List<LaneStatus> lanes,
        List<DeviceStatus> devices,
        List<String> troubles,
        DiskStatus disk,
        List<String> notStored) {

    /** The light. */
    public enum State {
        /** All is well. */
        GREEN,
        /** Nothing is lost, but somebody should look. */
        AMBER,
        /** Readings are refused: devices keep them, for as long as they can. */
        RED
    }

    /**
     * One device.
     *
     * @param acknowledgement what the device may believe, by its driver and its connection
     * @param stands whether its connection stands all the time; a device that comes and goes is not missed
     * @param silentAfter how long it may say nothing; empty where it may as long as it likes
     * @param transportWindow for a transport that acknowledges before us; empty for others, and before the first frame
     */
    public record DeviceStatus(
            DeviceId id,
            String driver,
            AcknowledgementClass acknowledgement,
            boolean connected,
            boolean stands,
            Optional<Instant> lastReceivedAt,
            Optional<Duration> silentAfter,
            long taken,
            long rejected,
            Optional<TransportWindow> transportWindow) {
        boolean isSilent(Instant since, Instant now) {
            Instant heard = lastReceivedAt.orElse(since);
            return silentAfter.isPresent() && heard.plus(silentAfter.get()).isBefore(now);
        }
    }

    /** From the arrival of a frame, which the device believes received by then, to its fsync. */
    public record TransportWindow(Duration median, Duration longest) {}

    /** What the disk has left; empty when it does not answer. */
    public record DiskStatus(Optional<Long> freeBytes, boolean full) {}

    /** Copies the lists. */
    public StatusReport {
        lanes = List.copyOf(lanes);
        devices = List.copyOf(devices);
        troubles = List.copyOf(troubles);
        notStored = List.copyOf(notStored);
    }

    /** The worst of all reasons. */
    public State state() {
        if (!red().isEmpty()) {
            return State.RED;
        }
        return amber().isEmpty() ? State.GREEN : State.AMBER;
    }

    /** Why the light is not green, the worst first; empty when it is. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>(red());
        reasons.addAll(amber());
        return reasons;
    }

    private List<String> red() {
        List<String> reasons = new ArrayList<>(notStored);
        if (disk.freeBytes().isEmpty()) {
            reasons.add("the disk does not answer");
        }
        if (uplink.lostStretches() > 0) {
            reasons.add(
                    "the disk lost " + uplink.lostStretches() + " stretches of readings that waited for the server");
        }
        return reasons;
    }

    private List<String> amber() {
        List<String> reasons = new ArrayList<>();
        if (!uplink.connected()) {
            reasons.add("no connection to the server");
        }
        uplink.trouble().ifPresent(reasons::add);
        uplink.untidy().ifPresent(reasons::add);
        identity.trouble().ifPresent(text -> reasons.add("the certificate is not renewed: " + text));
        if (identity.isClockWrong()) {
            reasons.add("this gateway's clock is wrong: set it");
        }
        desired.refusal().ifPresent(reasons::add);
        reasons.addAll(troubles);
        for (DeviceStatus device : devices) {
            if (!device.connected() && device.stands()) {
                reasons.add(device.id() + " is not connected");
            } else if (device.isSilent(startedAt, at)) {
                reasons.add(device.id() + " is silent");
            }
        }
        return reasons;
    }
}
