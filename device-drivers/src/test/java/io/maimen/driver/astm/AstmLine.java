package io.maimen.driver.astm;

import io.maimen.driver.AcknowledgementCheck;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A protocol on a line, with an outbox that stores at once, refuses, or lets one wait; what a waiting device is told is checked. */
final class AstmLine {
    static final ReceiveTime AT = new ReceiveTime(Instant.parse("2026-03-04T00:15:30Z"));

    private final DeviceProtocol protocol;
    final List<DriverAction> actions = new ArrayList<>();
    final List<Observation> stored = new ArrayList<>();
    final Deque<Store> waiting = new ArrayDeque<>();
    Outbox outbox = Outbox.STORES;

    enum Outbox {
        STORES,
        REFUSES,
        WAITS
    }

    private AstmLine(DeviceProtocol protocol, boolean checked) {
        this.protocol = checked ? new AcknowledgementCheck(protocol, new AstmSender()) : protocol;
    }

    AstmLine(DeviceProtocol protocol) {
        this(protocol, true);
    }

    /** A device that talks on without waiting: what it believes of an answer nobody can say. */
    static AstmLine ofOneThatNeverWaits(Map<String, String> options) {
        return new AstmLine(protocol("connection-1", options), false);
    }

    static AstmLine open() {
        return with(Map.of());
    }

    static AstmLine with(Map<String, String> options) {
        return new AstmLine(protocol("connection-1", options));
    }

    static DeviceProtocol protocol(String connection, Map<String, String> options) {
        return new AstmDriver()
                .open(new DeviceContext(
                        DeviceId.serial("AN-0001"),
                        connection,
                        ZoneId.of("Asia/Shanghai"),
                        new DriverOptions(options)));
    }

    /** What the device sends, one Received a part; returns the answers written meanwhile, as A and N. */
    String send(byte[]... parts) {
        int before = actions.size();
        for (byte[] part : parts) {
            on(DriverEvent.Received.stream(Bytes.of(part), AT));
        }
        return answers(actions.subList(before, actions.size()));
    }

    /** Any event; what it leads to, and what the outbox then says. */
    String on(DriverEvent event) {
        int before = actions.size();
        for (DriverAction action : protocol.on(event)) {
            actions.add(action);
            if (action instanceof Store store) {
                waiting.add(store);
            }
        }
        if (outbox != Outbox.WAITS && !waiting.isEmpty()) {
            settle();
        }
        return answers(actions.subList(before, actions.size()));
    }

    /** The outbox answers the oldest store that waits. */
    String settle() {
        Store store = waiting.remove();
        if (outbox == Outbox.REFUSES) {
            return on(new DriverEvent.NotStored(store.storeId(), "disk full"));
        }
        stored.addAll(store.observations());
        return on(new DriverEvent.Stored(store.storeId()));
    }

    /** A whole session; returns all answers. */
    String session(String... records) {
        StringBuilder answers = new StringBuilder(send(bytes("\5")));
        for (int i = 0; i < records.length; i++) {
            answers.append(send(frame(i + 1, records[i] + "\r")));
        }
        return answers.append(send(bytes("\4"))).toString();
    }

    Observation only() {
        if (stored.size() != 1) {
            throw new AssertionError("one observation must be stored but was " + stored + ", rejects " + rejects());
        }
        return stored.get(0);
    }

    /** Codes of all that went to quarantine. */
    List<String> rejects() {
        return rejected().stream().map(reject -> reject.error().code()).toList();
    }

    List<Reject> rejected() {
        return actions.stream()
                .filter(Reject.class::isInstance)
                .map(Reject.class::cast)
                .toList();
    }

    /** A frame ended by ETX, with CR LF. */
    static byte[] frame(int number, String text) {
        return frame(number, text, '\3', "\r\n");
    }

    static byte[] frame(int number, String text, char terminator, String trailer) {
        byte[] checked = bytes("" + number % 8 + text + terminator);
        int sum = 0;
        for (byte value : checked) {
            sum += value;
        }
        return bytes(
                "\2" + new String(checked, StandardCharsets.ISO_8859_1) + String.format("%02X", sum & 0xFF) + trailer);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String answers(List<DriverAction> some) {
        StringBuilder answers = new StringBuilder();
        for (DriverAction action : some) {
            if (action instanceof Write write) {
                // Anything else is no answer but a session of ours.
                answers.append(
                        write.bytes().equals(Bytes.of((byte) 6))
                                ? "A"
                                : write.bytes().equals(Bytes.of((byte) 0x15)) ? "N" : "");
            }
        }
        return answers.toString();
    }
}
