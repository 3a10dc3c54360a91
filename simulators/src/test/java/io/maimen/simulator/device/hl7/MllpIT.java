package io.maimen.simulator.device.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverCatalogue;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.tcp.TcpListener;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.gateway.schedule.WorkerPool;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionListener;
import io.maimen.gateway.session.SessionParts;
import io.maimen.observation.Lane;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.wire.OutboxEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A monitor that calls the gateway and sends HL7 v2 over MLLP: all of the way but the disk. */
class MllpIT {
    private static final byte START_BLOCK = 0x0B;
    private static final byte END_BLOCK = 0x1C;
    private static final String RESULT = """
            MSH|^~\\&|MONITOR|WARD|||20250301120000||ORU^R01^ORU_R01|%s|P|2.6
            PID|||1
            OBR|1|||1^VITAL|||20250301120000
            OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.1.1.150456|97|262688^MDC_DIM_PERCENT^MDC|||||F
            """;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final BlockingQueue<OutboxEntry> stored = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private Socket monitor;

    @BeforeEach
    void call() throws Exception {
        WorkerPool pool = opened(new WorkerPool("session", 2));
        ThreadScheduler scheduler = opened(new ThreadScheduler("scheduler"));
        SessionParts parts = new SessionParts(
                this::put, frame -> Optional.empty(), SessionListener.NONE, scheduler, Clock.systemUTC());
        DriverCatalogue.Found driver = DriverCatalogue.installed().find("hl7");
        DeviceStation station = new DeviceStation(
                DeviceId.serial("MON-1"),
                ((DriverCatalogue.Found.Driver) driver).driver(),
                new DriverOptions(Map.of("simulated", "true")),
                ZoneId.of("Asia/Shanghai"),
                parts,
                pool);
        TcpListener listener =
                opened(TcpListener.open("127.0.0.1", 0, Optional.of("127.0.0.1"), Clock.systemUTC(), station));
        monitor = opened(new Socket(InetAddress.getLoopbackAddress(), listener.port()));
        monitor.setSoTimeout(20_000);
    }

    @AfterEach
    void hangUp() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    @Test
    void aResultIsAcceptedWhenItIsStored() throws Exception {
        send("MSG-1");
        assertTrue(answer().contains("\rMSA|AA|MSG-1"));
        Observation saturation = stored.remove().observations().get(0);
        assertEquals(Nomenclature.OXYGEN_SATURATION, saturation.type());
        assertEquals(
                "97", ((NumericValue) saturation.value()).quantity().value().toPlainString());
    }

    @Test
    void aResultThatCouldNotBeStoredIsAskedForAgain() throws Exception {
        refusals.set(1);
        send("MSG-2");
        assertTrue(answer().contains("\rMSA|AE|MSG-2"), "the monitor keeps it");
        send("MSG-2");
        assertTrue(answer().contains("\rMSA|AA|MSG-2"));
        assertEquals(1, stored.size());
    }

    @Test
    void aMessageSentAgainIsAnsweredAgainAndStoredOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            send("MSG-3");
            assertTrue(answer().contains("\rMSA|AA|MSG-3"));
        }
        assertEquals(1, stored.size());
    }

    private void send(String controlId) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(START_BLOCK);
        block.writeBytes(RESULT.formatted(controlId).replace('\n', '\r').getBytes(StandardCharsets.UTF_8));
        block.write(END_BLOCK);
        block.write('\r');
        monitor.getOutputStream().write(block.toByteArray());
    }

    /** One block, without its framing. */
    private String answer() throws IOException {
        InputStream in = monitor.getInputStream();
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        assertEquals(START_BLOCK, in.read());
        for (int octet = in.read(); octet != END_BLOCK; octet = in.read()) {
            assertTrue(octet >= 0, "the answer must be whole but was " + block);
            block.write(octet);
        }
        assertEquals('\r', in.read());
        return block.toString(StandardCharsets.UTF_8);
    }

    private StoreOutcome put(OutboxEntry entry) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new StoreOutcome.NotStored(StoreOutcome.Reason.NO_SPACE, "GW-000 the disk is full");
        }
        stored.add(entry);
        return new StoreOutcome.Stored(Lane.VITAL);
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
