package io.maimen.driver.trace;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.StoreId;
import io.maimen.driver.trace.TraceEntry.Asked.Kind;
import io.maimen.observation.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Any protocol, with what goes through it written down: an observation once it is stored. Changes nothing of what the protocol does.
 * Confined to the session's thread, as the protocol is.
 */
public final class RecordingProtocol implements DeviceProtocol {
    private final DeviceProtocol protocol;
    private final Consumer<TraceLine> sink;
    private final Map<StoreId, List<Observation>> asked = new HashMap<>();
    private Instant now;

    /**
     * @param header is given to {@code sink} first
     * @param sink hears every line when it happens, on the session's thread; must not throw
     */
    public RecordingProtocol(DeviceProtocol protocol, TraceHeader header, Consumer<TraceLine> sink) {
        this.protocol = requireNonNull(protocol, "protocol");
        this.sink = requireNonNull(sink, "sink");
        this.now = header.begin();
        sink.accept(header);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        heard(event);
        List<DriverAction> actions = protocol.on(event);
        actions.forEach(action -> done(action, event instanceof DriverEvent.Stored));
        return actions;
    }

    private void heard(DriverEvent event) {
        if (event instanceof DriverEvent.Connected connected) {
            now = connected.at();
        } else if (event instanceof DriverEvent.Received received) {
            now = received.at().instant();
            sink.accept(new TraceEntry.Received(now, received.channel(), received.delivery(), received.bytes(), ""));
        } else if (event instanceof DriverEvent.WriteFailed failed) {
            sink.accept(new TraceEntry.Failed(now, failed.channel(), failed.reason()));
        } else if (event instanceof DriverEvent.Elapsed elapsed) {
            now = elapsed.now();
        } else if (event instanceof DriverEvent.Stored stored) {
            asked.getOrDefault(stored.storeId(), List.of())
                    .forEach(observation -> sink.accept(new TraceLine.Expected(observation)));
            asked.remove(stored.storeId());
        } else if (event instanceof DriverEvent.NotStored refused) {
            asked.remove(refused.storeId());
        } else if (event instanceof DriverEvent.Disconnected disconnected) {
            now = disconnected.at();
            sink.accept(new TraceEntry.Disconnected(now));
        }
    }

    private void done(DriverAction action, boolean afterStored) {
        if (action instanceof DriverAction.Store store) {
            asked.put(store.storeId(), store.observations());
        } else if (action instanceof DriverAction.Write write) {
            sink.accept(new TraceEntry.Written(now, write.channel(), write.bytes(), afterStored, ""));
        } else if (action instanceof DriverAction.Read read) {
            sink.accept(new TraceEntry.Asked(now, read.channel(), Kind.READ));
        } else if (action instanceof DriverAction.Subscribe subscribe) {
            sink.accept(new TraceEntry.Asked(now, subscribe.channel(), Kind.SUBSCRIBE));
        } else if (action instanceof DriverAction.Acknowledge answer) {
            sink.accept(new TraceEntry.Answered(now, answer.delivery(), answer.acknowledgement()));
        }
    }
}
