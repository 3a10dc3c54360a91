package io.maimen.simulator.device.astm;

import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A line whose far end is a function: what the analyser writes goes in, the bytes that the gateway answers come out. A
 * wait for a byte that never comes moves the clock and takes no time.
 */
final class ScriptedLine implements Line {
    final SettableClock clock = new SettableClock(Instant.parse("2026-03-04T00:15:00Z"));
    /** Each write of the analyser: {@code ENQ}, {@code EOT}, {@code NAK}, or a frame's number and text. */
    final List<String> written = new ArrayList<>();

    private final Function<String, byte[]> gateway;
    private final Deque<Integer> coming = new ArrayDeque<>();

    ScriptedLine(Function<String, byte[]> gateway) {
        this.gateway = gateway;
    }

    /** Something the gateway says without being asked. */
    void hear(int... bytes) {
        for (int b : bytes) {
            coming.add(b);
        }
    }

    @Override
    public void write(byte... bytes) {
        String words = words(bytes);
        written.add(words);
        for (byte b : gateway.apply(words)) {
            coming.add(b & 0xFF);
        }
    }

    @Override
    public OptionalInt read(Duration timeout) {
        if (coming.isEmpty()) {
            clock.advance(timeout);
            return OptionalInt.empty();
        }
        return OptionalInt.of(coming.remove());
    }

    private static String words(byte[] bytes) {
        return switch (bytes[0]) {
            case Frame.ENQ -> "ENQ";
            case Frame.EOT -> "EOT";
            case Frame.NAK -> "NAK";
            default -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; bytes[i] != Frame.CR; i++) {
                    text.append((char) bytes[i]);
                }
                yield text.toString();
            }
        };
    }
}
