package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

/** Who acts: a person by user name, or a part of the machine by its name. Immutable. */
public record Actor(Kind kind, String name) {
    /** Only doctors answer for a patient, and only some of them for a colleague's reading. */
    public enum Kind {
        MACHINE,
        /** Someone who keeps the house and signs nothing. */
        KEEPER,
        DOCTOR,
        /** A doctor who may give the second opinion. */
        SECOND_READER
    }

    public Actor {
        requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("ALR-010 actor must have a name but was blank");
        }
    }

    public static Actor machine(String part) {
        return new Actor(Kind.MACHINE, part);
    }

    public static Actor doctor(String userName) {
        return new Actor(Kind.DOCTOR, userName);
    }

    public static Actor secondReader(String userName) {
        return new Actor(Kind.SECOND_READER, userName);
    }
}
