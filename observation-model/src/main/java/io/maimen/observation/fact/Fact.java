package io.maimen.observation.fact;

import java.time.Instant;

/** One thing the server was told. A closed set that grows with who-was-measured and corrections. Immutable. */
public sealed interface Fact permits ObservedFact, QuarantinedFact, RawFrameFact {
    /** When the server admitted it, by the server's clock, to the microsecond. */
    Instant admittedAt();
}
