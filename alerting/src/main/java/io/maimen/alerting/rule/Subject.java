package io.maimen.alerting.rule;

/**
 * What an alert is about: a patient, or the source of readings of whom nobody has said whose they are. Simulated and
 * real readings are never of one subject, so that neither can hide in the other's alert. Immutable.
 */
public sealed interface Subject permits PatientSubject, SourceSubject {
    /** True for data no human body gave. */
    boolean simulated();

    /** The subject as one line of text: equal subjects have equal keys, different ones different keys. */
    String key();
}
