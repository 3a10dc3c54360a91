package io.maimen.gateway.uplink;

import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.OutboxLane;
import io.maimen.log.LogException;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.ReceiptCodec;
import io.maimen.observation.wire.WireException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, in the order of {@link Turn}, and confirms a lane by receipts alone. What has no receipt
 * after 30 s, or when the connection stands again, is sent again: the same bytes, or, where the server did not believe the
 * signature, packed and signed anew. What the server keeps in quarantine is its own. Its state is confined to an executor that runs one task
 * at a time; its public methods may be called from any thread and only queue.
 */
public final class Uplink implements UplinkTransport.Listener {
    /** Envelopes without a receipt at one time, if the server takes as many. */
    static final int WINDOW = 16;
    /** Of these the backlog gets so many: the others are free when something new comes. */
    static final int BACKLOG_WINDOW = 4;

    static final Duration RECEIPT_LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    /** Shipments whose boundaries are remembered while a server takes envelopes but gives no receipts. */
    private static final int MAX_UNDERWAY = 64;

    private final UplinkTransport transport;
    private final Clock clock;
    private final Executor executor;
    private final Map<Lane, LaneProgress> lanes = new EnumMap<>(Lane.class);
    private final Underway underway = new Underway();
    private final ReceiptCodec receipts = new ReceiptCodec();
    private int window;
    private volatile UplinkStatus status = UplinkStatus.down();

    /** An uplink that begins with {@link #start()}; {@code executor} must run one task at a time. */
    public Uplink(
            GatewayId gateway,
            EnvelopeSigner signer,
            Outbox outbox,
            UplinkTransport transport,
            Clock clock,
            Executor executor) {
        this.transport = transport;
        this.clock = clock;
        this.executor = executor;
        EnvelopePacker packer = new EnvelopePacker(gateway, signer);
        for (OutboxLane lane : outbox.lanes()) {
            lanes.put(lane.lane(), new LaneProgress(lane, packer));
        }
    }

    /** Connects, soon. */
    public void start() {
        transport.open(this);
    }

    /** How it stands. */
    public UplinkStatus status() {
        return status;
    }

    /** Something new waits. */
    public void wake() {
        executor.execute(this::pump);
    }

    /** To be called about once a second: sends again what is overdue, and makes the lanes' cursors durable. */
    public void tick() {
        executor.execute(this::housekeep);
    }

    @Override
    public void connected(int receiveMaximum) {
        executor.execute(() -> {
            LOG.info("connected to the server, which takes {} envelopes at a time", receiveMaximum);
            underway.disconnected();
            lanes.values().forEach(LaneProgress::connected);
            window = Math.min(WINDOW, receiveMaximum);
            status = status.connectedNow();
            pump();
        });
    }

    @Override
    public void disconnected(String reason) {
        executor.execute(() -> {
            window = 0;
            status = status.disconnected(reason);
        });
    }

    @Override
    public void answered() {
        wake();
    }

    @Override
    public void refused(String digest, UplinkTransport.Refusal refusal, String reason) {
        executor.execute(() -> {
            switch (refusal) {
                case NOT_NOW -> {
                    LOG.warn("GW-062 the server must take an envelope but refused: {}; it is sent again later", reason);
                    trouble("the server refuses envelopes: " + reason);
                }
                case NOT_BELIEVED -> {
                    LOG.error(
                            "GW-067 the server must believe what this gateway signs but does not: {}; all is kept and"
                                    + " signed anew later; see the server's log, or enrol the gateway anew",
                            reason);
                    underway.spoilt(digest);
                    trouble("the server does not believe this gateway's signature: " + reason);
                }
                case QUARANTINED -> underway.arrived(digest).ifPresent(shipment -> setAside(shipment, reason));
            }
            pump();
        });
    }

    /** The server has all of it, though it could make nothing of it: a person will have to. */
    private void setAside(Shipment shipment, String reason) {
        LOG.error(
                "GW-068 the server must read an envelope but could not: {}; it keeps all {} items in its quarantine",
                reason,
                shipment.items());
        lanes.get(shipment.lane()).confirm(shipment);
        status = status.confirmed(clock.instant(), Math.max(1, shipment.items()));
        trouble("the server could not read an envelope and keeps it in quarantine: " + reason);
    }

    @Override
    public void receipt(byte[] bytes) {
        executor.execute(() -> {
            try {
                settle(receipts.fromCbor(bytes));
            } catch (WireException e) {
                LOG.warn("GW-063 a receipt must be readable but was not: {}", e.getMessage());
            }
            pump();
        });
    }

    private void settle(Receipt receipt) {
        Optional<Shipment> arrived = underway.arrived(receipt.envelopeDigest());
        if (arrived.isEmpty()) {
            // The second receipt of an envelope that was sent twice.
            return;
        }
        Shipment shipment = arrived.get();
        List<Receipt.Outcome> outcomes = receipt.outcomes();
        int judged = outcomes.isEmpty() ? 0 : outcomes.get(outcomes.size() - 1).last() + 1;
        if (judged != shipment.items()) {
            LOG.warn(
                    "GW-063 a receipt must judge the envelope's {} items but judged {}; it is sent again",
                    shipment.items(),
                    judged);
            underway.sent(shipment, new Turn(shipment.lane(), false), clock.instant());
            return;
        }
        lanes.get(shipment.lane()).confirm(shipment);
        long quarantined = outcomes.stream().mapToLong(Uplink::quarantined).sum();
        status = status.confirmed(clock.instant(), quarantined);
    }

    private static long quarantined(Receipt.Outcome outcome) {
        if (outcome instanceof Receipt.Quarantined refused) {
            LOG.warn("GW-064 the server could not read an item and keeps it in quarantine: {}", refused.reason());
            return refused.last() - refused.first() + 1L;
        }
        return 0;
    }

    private void housekeep() {
        status = status.lost(
                lanes.values().stream().mapToLong(LaneProgress::lostStretches).sum());
        int overdue = underway.expire(clock.instant(), RECEIPT_LIMIT);
        if (overdue > 0) {
            trouble("no receipt for " + RECEIPT_LIMIT.toSeconds() + " s");
        }
        status = status.tidied(tidy());
        pump();
    }

    /** Why not; a cursor that is older than it could be means at worst that something is sent twice. */
    private Optional<String> tidy() {
        try {
            for (LaneProgress lane : lanes.values()) {
                lane.save();
            }
            return Optional.empty();
        } catch (LogException e) {
            return Optional.of("the outbox cannot be tidied: " + e.getMessage());
        }
    }

    private void pump() {
        try {
            while (underway.inFlight() < window && transport.canPublish() && sendNext()) {
                LOG.debug("{} envelopes are on their way", underway.inFlight());
            }
        } catch (LogException e) {
            LOG.warn("GW-066 the outbox must be readable but was not: {}", e.getMessage());
            trouble("the outbox cannot be read: " + e.getMessage());
        }
    }

    /** False when nothing waits, or what waits must go on waiting. */
    private boolean sendNext() throws LogException {
        for (Turn turn : Turn.ORDER) {
            if (turn.live() || underway.backlogInFlight() < BACKLOG_WINDOW) {
                Optional<Shipment> next = next(turn);
                if (next.isPresent()) {
                    return send(next.get(), turn);
                }
            }
        }
        return false;
    }

    private Optional<Shipment> next(Turn turn) throws LogException {
        Optional<Shipment> due = underway.due(turn);
        List<Shipment> claimed = underway.shipments();
        if (due.isPresent() || claimed.size() >= MAX_UNDERWAY) {
            return due;
        }
        return lanes.get(turn.lane())
                .next(
                        turn.live(),
                        turn.targetBytes(),
                        claimed.stream()
                                .filter(shipment -> shipment.lane() == turn.lane())
                                .toList());
    }

    private boolean send(Shipment shipment, Turn turn) {
        boolean taken = transport.publish(shipment.lane(), shipment.envelope().toArray());
        if (taken) {
            underway.sent(shipment, turn, clock.instant());
        }
        return taken;
    }

    private void trouble(String text) {
        status = status.troubled(text);
    }
}
