package io.maimen.gateway.route;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;

/** Where the arrows end. Immutable; the ends are thread-safe and short. */
public record RouteEnds(Runnable wakeUplink, Runnable eachSecond, Consumer<String> journal) {
    public RouteEnds {
        requireNonNull(wakeUplink, "wakeUplink");
        requireNonNull(eachSecond, "eachSecond");
        requireNonNull(journal, "journal");
    }
}
