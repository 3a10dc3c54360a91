package io.maimen.observation.fact;

import java.time.Instant;

/** One thing the server was told: what was measured, and on whom. A closed set that grows with corrections. Immutable. */
public sealed interface Fact
        permits AssignmentFact, BindingFact, EnvelopeFact, MergeFact, ObservedFact, QuarantinedFact, RawFrameFact {
    /** When the server admitted it, by the server's clock, to the microsecond. */
    Instant admittedAt();
}
