package io.maimen.simulator.signal;

/** An endless signal. Confined to one thread. */
public interface SampleSource {
    /** The next {@code count} samples in millivolts; what is read does not depend on how it is cut. */
    double[] next(int count);

    /** The lead: 1 = I, 2 = II. */
    int lead();
}
