package io.maimen.simulator.device.cuff;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.UserSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who measures with this cuff. Immutable.
 *
 * @param subject who it truly is, a patient's id; empty where the run does not ask
 * @param slot the user button they press; empty for a cuff that has none
 */
public record Sitter(Optional<String> subject, Optional<UserSlot> slot) {
    public Sitter {
        requireNonNull(subject, "subject");
        requireNonNull(slot, "slot");
    }

    /** One sitter for each subject, the first at slot 1; somebody unnamed when there is none. */
    static List<Sitter> of(List<String> subjects, boolean withSlots) {
        List<Sitter> sitters = new ArrayList<>();
        for (int i = 0; i < Math.max(1, subjects.size()); i++) {
            Optional<String> subject = i < subjects.size() ? Optional.of(subjects.get(i)) : Optional.empty();
            sitters.add(new Sitter(subject, withSlots ? Optional.of(new UserSlot(i + 1)) : Optional.empty()));
        }
        return sitters;
    }
}
