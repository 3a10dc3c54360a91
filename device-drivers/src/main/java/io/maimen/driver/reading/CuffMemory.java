package io.maimen.driver.reading;

import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Readings out of the memory of a cuff that stays connected and is read again and again: each is told once a connection.
 * Confined to one thread.
 */
public final class CuffMemory {
    private static final int MOST = 1_024;

    private final Origin origin;
    private final Unstored unstored = new Unstored();
    private final Set<String> told = new HashSet<>();

    public CuffMemory(Origin origin) {
        this.origin = origin;
    }

    /**
     * A reading of the memory; nothing where it was told already.
     *
     * @param record the bytes that are the reading, without its transport dressing
     * @param fields of {@code frame}
     */
    public List<DriverAction> read(CuffReading reading, Bytes record, RawFrame frame, List<FrameField> fields) {
        String name = reading.slot() + " " + record.hex();
        if (told.contains(name)) {
            return List.of();
        }
        if (told.size() == MOST) {
            // No cuff remembers so much; what it is told again under its old identity is stored once all the same.
            told.clear();
        }
        told.add(name);
        RawFrame shown = new RawFrame(frame.bytes(), frame.receivedAt(), fields);
        return List.of(unstored.store(shown, reading.observations(origin, shown, unstored.number())));
    }

    /** What an outcome, the passing of time or the end of the connection asks for. */
    public List<DriverAction> on(DriverEvent event) {
        return unstored.on(event);
    }
}
