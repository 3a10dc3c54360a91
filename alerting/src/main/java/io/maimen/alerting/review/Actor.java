package io.maimen.alerting.review;

/** Who acts: a person by user name, or a part of the machine by its name. Immutable. */
public record Actor(Kind kind, String name) {
    /** Only persons can answer for a patient. */
    public enum Kind {
        PERSON,
        MACHINE
    }

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("ALR-010 actor must have a name but was blank");
        }
    }

    public static Actor person(String userName) {
        return new Actor(Kind.PERSON, userName);
    }

    public static Actor machine(String part) {
        return new Actor(Kind.MACHINE, part);
    }
}
