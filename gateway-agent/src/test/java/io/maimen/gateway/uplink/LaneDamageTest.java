package io.maimen.gateway.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.outbox.Entries;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.SimulatedDisks;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A bit flips in what waits for the server: that entry is lost and said so, the others are not held up. */
class LaneDamageTest {
    private final SimulatedDisks disks = new SimulatedDisks();
    private final FakeTransport server = new FakeTransport();

    @Test
    void aFlippedBitCostsItsEntryAloneAndIsReported() throws IOException {
        Outbox outbox = Outbox.open(disks, OutboxLimits.STANDARD, new LaneChoice(observation -> false));
        for (int i = 0; i < 5; i++) {
            outbox.put(Entries.header("entry" + i + "x".repeat(200)));
        }
        SimulatedDisk disk = disks.disk("outbox/vital");
        String segment = disk.list().stream()
                .filter(name -> name.endsWith(".segment"))
                .findFirst()
                .orElseThrow();
        disk.flipBit(segment, outbox.lane(Lane.VITAL).status().bytes() * Byte.SIZE / 2);

        Uplink uplink = new Uplink(
                new GatewayId("g"), new TestSigner(), outbox, server, new SettableClock(Entries.NOON), Runnable::run);
        uplink.start();
        server.connect(16);
        for (int i = 0; i < server.sent(); i++) {
            server.confirm(i);
        }
        uplink.tick();
        String sent =
                server.sentSince(0).stream().collect(Collectors.joining(" ")).replaceAll("x+", "");
        List<Integer> missing = IntStream.range(0, 5)
                .filter(i -> !sent.contains("entry" + i))
                .boxed()
                .toList();
        assertEquals(1, missing.size(), sent);
        assertTrue(uplink.status().lostStretches() > 0, uplink.status().toString());
        assertEquals(outbox.lane(Lane.VITAL).end(), outbox.lane(Lane.VITAL).confirmed(), "nothing waits any more");
    }
}
