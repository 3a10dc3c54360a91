package io.maimen.ingest.patient;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.patient.Binding;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A binding as all tellings of it together make it: it may be told any number of times, in any order. Immutable.
 *
 * @param admittedAt when the server heard of it first
 */
public record AdmittedBinding(Binding binding, Instant admittedAt) {
    /** Specimen beats slot beats device; then the one that began last, then the one heard of last. */
    static final Comparator<AdmittedBinding> WEAKEST_FIRST = Comparator.comparing(
                    (AdmittedBinding it) -> it.binding().specimen().isPresent())
            .thenComparing(it -> it.binding().slot().isPresent())
            .thenComparing(it -> it.binding().from())
            .thenComparing(AdmittedBinding::admittedAt)
            .thenComparing(it -> it.binding().id().hex());

    public AdmittedBinding {
        requireNonNull(binding, "binding");
        requireNonNull(admittedAt, "admittedAt");
    }

    /** With another telling of it: an end once told stays, and the earliest end counts, so that none can be sent away. */
    public AdmittedBinding and(AdmittedBinding again) {
        Optional<Instant> end = earliest(binding.to(), again.binding.to());
        Instant first = admittedAt.isBefore(again.admittedAt) ? admittedAt : again.admittedAt;
        return new AdmittedBinding(end.map(binding::until).orElse(binding), first);
    }

    private static Optional<Instant> earliest(Optional<Instant> a, Optional<Instant> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return a.get().isBefore(b.get()) ? a : b;
    }
}
