package io.maimen.simulator.conformance.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlayTest {
    private static final DeviceLink SERIAL = new DeviceLink.Serial(9_600);

    @Test
    void whatTheDeviceMeasuredIsStoredOnce() {
        Played played =
                Play.of(new Strap(), 1).withLength(Duration.ofSeconds(10)).run();
        assertEquals(10, played.measured().size());
        assertEquals(played.measured(), played.values());
        assertEquals(List.of(), played.missing());
        assertEquals(List.of(), played.invented());
        assertEquals(List.of(), played.codes());
        assertEquals(1, played.connections());
    }

    @Test
    void aMinuteTakesNoTime() {
        assertEquals(60, Play.of(new Strap(), 1).run().stored().size());
    }

    @Test
    void aCutLineIsJoinedAgainAfterASecond() {
        Played played = Play.of(new Strap(), 1)
                .withLength(Duration.ofSeconds(10))
                .withCuts(Duration.ofMillis(4_500))
                .run();
        assertEquals(2, played.connections());
        // Seconds 1 to 4, silence until 5.5, then 6.5 to 9.5.
        assertEquals(8, played.measured().size());
        assertEquals(List.of(), played.missing());
    }

    @Test
    void whatTheOutboxRefusedOnceIsStoredLater() {
        Played played = Play.of(new Strap(), 1)
                .withLength(Duration.ofSeconds(5))
                .withRefused(store -> store == 2)
                .run();
        assertEquals(List.of(), played.missing());
    }

    @Test
    void whatTheOutboxAlwaysRefusesIsMissing() {
        Played played = Play.of(new Strap(), 1)
                .withLength(Duration.ofSeconds(1))
                .withRefused(store -> true)
                .run();
        assertEquals(List.of(new Measured(Strap.HEART_RATE, Optional.of("61"), "/min")), played.missing());
    }

    @Test
    void whatNobodyMeasuredIsInvented() {
        Played played =
                Play.of(new Strap(), 1).withLength(Duration.ofSeconds(2)).run();
        Played without =
                new Played(played.measured().subList(0, 1), played.all(), played.rejected(), played.written(), 1);
        assertEquals(List.of(new Measured(Strap.HEART_RATE, Optional.of("62"), "/min")), without.invented());
        assertEquals(without.invented(), without.neverMeasured());
    }

    @Test
    void anEndlessConversationIsToldApart() {
        LineDevice echo = event -> event instanceof HostEvent.Written written
                ? List.of(new Send(DeviceAct.STREAM, written.bytes()))
                : List.of();
        DeviceProtocol parrot = event -> event instanceof DriverEvent.WriteDone
                ? List.of()
                : List.of(new DriverAction.Write(Channel.STREAM, Bytes.of((byte) 1)));
        Play play = Play.of(SERIAL, echo, connection -> parrot).withMostEvents(10_000);
        String message = assertThrows(IllegalStateException.class, play::run).getMessage();
        assertTrue(message.startsWith("SIM-050"), message);
    }

    @Test
    void aMessageNobodyAcknowledgedComesAgain() {
        List<Long> deliveries = new ArrayList<>();
        LineDevice publisher = event -> event instanceof HostEvent.Connected && deliveries.isEmpty()
                ? List.of(new Send("topic", Bytes.of((byte) 7)))
                : List.of();
        DeviceProtocol forgetful = event -> {
            if (event instanceof DriverEvent.Received received) {
                deliveries.add(received.delivery().number());
                return List.of(new DriverAction.Acknowledge(
                        received.delivery(),
                        deliveries.size() < 3
                                ? DriverAction.Acknowledgement.NOT_STORED
                                : DriverAction.Acknowledgement.ACCEPTED));
            }
            return List.of();
        };
        Played played = Play.of(new DeviceLink.Mqtt(), publisher, connection -> forgetful)
                .run();
        assertEquals(List.of(1L, 1L, 1L), deliveries);
        assertEquals(3, played.connections());
    }

    @Test
    void theDeviceMayEndTheConnectionAfterItsLastWord() {
        List<Bytes> heard = new ArrayList<>();
        LineDevice brief = event -> event instanceof HostEvent.Connected
                ? List.of(Send.stream((byte) 1), new DeviceAct.HangUp(), Send.stream((byte) 2))
                : List.of();
        DeviceProtocol listener = event -> {
            if (event instanceof DriverEvent.Received received) {
                heard.add(received.bytes());
            }
            return List.of();
        };
        Play.of(SERIAL, brief, connection -> listener)
                .withLength(Duration.ofMillis(500))
                .run();
        assertEquals(List.of(Bytes.of((byte) 1)), heard);
    }
}
