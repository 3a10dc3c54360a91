package io.maimen.simulator.conformance.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteDone;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** One connection of a driver in which all goes well: each write succeeds, everything is stored, and what is asked for is not there. Confined to one thread. */
final class Conversation {
    private final DeviceProtocol protocol;
    private final Instant at;
    private final Consumer<String> line;
    private long deliveries;

    /** @param line hears what the driver wants done, as {@link Told#action} says it */
    Conversation(DeviceProtocol protocol, Instant at, Consumer<String> line) {
        this.protocol = protocol;
        this.at = at;
        this.line = line;
    }

    void hold(List<Piece> pieces) throws JsonProcessingException {
        on(new Connected(at));
        for (Piece piece : pieces) {
            on(new Received(piece.channel(), new DeliveryId(++deliveries), piece.bytes(), new ReceiveTime(at)));
        }
        on(new Disconnected(at));
    }

    private void on(DriverEvent first) throws JsonProcessingException {
        Deque<DriverEvent> events = new ArrayDeque<>(List.of(first));
        while (!events.isEmpty()) {
            for (DriverAction action : protocol.on(events.pop())) {
                Told.action(action).forEach(line);
                if (action instanceof Store store) {
                    events.add(new Stored(store.storeId()));
                } else if (action instanceof Write write) {
                    events.add(new WriteDone(write.channel()));
                } else if (action instanceof Read read) {
                    events.add(new WriteFailed(read.channel(), "there is no device to ask"));
                }
            }
        }
    }
}
