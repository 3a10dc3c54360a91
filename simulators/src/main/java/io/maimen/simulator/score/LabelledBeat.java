package io.maimen.simulator.score;

/** A beat, annotated or found: where its R peak lies, in samples from the record's beginning, and its class. */
record LabelledBeat(long sample, BeatLabel label) {}
