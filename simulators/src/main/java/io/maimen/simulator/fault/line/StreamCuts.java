package io.maimen.simulator.fault.line;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct.Send;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A stream knows no frames: its bytes come in other pieces than they were sent in, all of them and in order. */
final class StreamCuts {
    static final Duration HELD_FOR = Duration.ofMillis(20);

    private final LineFaults faults;
    private final Random random;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    StreamCuts(LineFaults faults, Random random) {
        this.faults = faults;
        this.random = random;
    }

    /** What goes out now; the rest is held. */
    List<Send> travel(Bytes sent) {
        List<Send> out = new ArrayList<>();
        byte[] bytes = sent.toArray();
        int cut = bytes.length > 1 && strikes(LineFault.SPLIT) ? 1 + random.nextInt(bytes.length - 1) : bytes.length;
        for (byte[] piece : List.of(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length))) {
            held.writeBytes(piece);
            if (!strikes(LineFault.MERGED)) {
                release().ifPresent(out::add);
            }
        }
        return out;
    }

    /** What was held. */
    Optional<Send> release() {
        byte[] bytes = held.toByteArray();
        held.reset();
        return bytes.length == 0 ? Optional.empty() : Optional.of(Send.stream(bytes));
    }

    boolean holds() {
        return held.size() > 0;
    }

    void forget() {
        held.reset();
    }

    private boolean strikes(LineFault fault) {
        return random.nextInt(1000) < faults.of(fault);
    }
}
