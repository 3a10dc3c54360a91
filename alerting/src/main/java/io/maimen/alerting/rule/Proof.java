package io.maimen.alerting.rule;

import io.maimen.observation.code.ObservationCode;
import java.time.Duration;
import java.util.Set;

/** What it takes beyond a measurement over the limit. Immutable. */
public sealed interface Proof {
    /** Nothing more. */
    record Once() implements Proof {}

    /** Nothing more, but one measurement proves little: what it asks for is a repeat, and a normal one ends it. */
    record Unconfirmed() implements Proof {}

    /**
     * Another one over the limit at least {@code after} and at most {@code within} before it, with none that clears the limit
     * between: two of one sitting.
     */
    record Repeated(Duration after, Duration within) implements Proof {
        public Repeated {
            if (after.isNegative() || within.compareTo(after) <= 0) {
                throw new IllegalArgumentException("ALR-018 repeat must come after 0 or more and within longer but was "
                        + after + " and " + within);
            }
        }
    }

    /** One of {@code symptoms} at most {@code within} before or after it. */
    record WithSymptom(Set<ObservationCode> symptoms, Duration within) implements Proof {
        public WithSymptom {
            symptoms = Set.copyOf(symptoms);
            if (symptoms.isEmpty() || within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException(
                        "ALR-019 symptoms must be given, within more than 0, but were " + symptoms + ", " + within);
            }
        }
    }

    /** Of two rules with one limit, the one with the greater weight is the more severe. */
    default int weight() {
        if (this instanceof WithSymptom) {
            return 3;
        }
        if (this instanceof Repeated) {
            return 2;
        }
        return this instanceof Once ? 1 : 0;
    }
}
