package io.maimen.gateway.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.gateway.schedule.ManualScheduler;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedialerTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    private final ManualScheduler scheduler = new ManualScheduler(new SettableClock(NOON));
    private final List<String> heard = new ArrayList<>();
    private final List<ConnectionListener> listeners = new ArrayList<>();
    private final FakeConnection connection = new FakeConnection();
    private boolean portExists;
    private int dials;

    private final Redialer redialer = new Redialer(
            "serial:AN-0001",
            this::dial,
            accepted -> new Heard(),
            new BackOff(Duration.ofMillis(100), Duration.ofSeconds(10), new Random(1)),
            scheduler,
            Runnable::run);

    private Optional<String> dial(ConnectionAcceptor acceptor) {
        dials++;
        if (!portExists) {
            return Optional.of("no such port");
        }
        listeners.add(acceptor.accept(connection));
        return Optional.empty();
    }

    @Test
    void aPortThatComesLateIsFound() {
        redialer.start();
        scheduler.advance(Duration.ofSeconds(30));
        assertTrue(dials > 3 && dials < 20, "dialled " + dials + " times");
        portExists = true;
        scheduler.advance(Duration.ofSeconds(10));
        assertEquals(1, listeners.size());
    }

    @Test
    void aConnectionThatEndsIsDialledAgain() {
        portExists = true;
        redialer.start();
        listeners.get(0).closed("the port is gone");
        scheduler.advance(Duration.ofMillis(100));
        assertEquals(2, listeners.size());
        assertEquals(List.of("closed the port is gone"), heard);
    }

    @Test
    void aPortThatOpensAndDiesAtOnceDoesNotSpin() {
        portExists = true;
        redialer.start();
        for (int i = 0; i < 8; i++) {
            listeners.get(listeners.size() - 1).closed("the port is gone");
            scheduler.advance(Duration.ofSeconds(10));
        }
        listeners.get(listeners.size() - 1).closed("the port is gone");
        int before = listeners.size();
        scheduler.advance(Duration.ofSeconds(4));
        assertEquals(before, listeners.size(), "by now the wait is 5 to 10 s");
    }

    @Test
    void onceTheDeviceSpokeTheWaitIsShortAgain() {
        aPortThatOpensAndDiesAtOnceDoesNotSpin();
        scheduler.advance(Duration.ofSeconds(10));
        ConnectionListener last = listeners.get(listeners.size() - 1);
        last.received(Channel.STREAM, DeliveryId.NONE, Bytes.of((byte) 5), new ReceiveTime(NOON));
        last.closed("the port is gone");
        int before = listeners.size();
        scheduler.advance(Duration.ofMillis(100));
        assertEquals(before + 1, listeners.size());
    }

    @Test
    void afterCloseNothingIsDialled() {
        portExists = true;
        redialer.start();
        redialer.close();
        listeners.get(0).closed("the gateway stops");
        scheduler.advance(Duration.ofMinutes(1));
        assertEquals(1, dials);
        assertEquals(List.of("close the gateway stops"), connection.done());
    }

    private final class Heard implements ConnectionListener {
        @Override
        public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
            heard.add("received " + bytes.hex());
        }

        @Override
        public void closed(String reason) {
            heard.add("closed " + reason);
        }
    }
}
