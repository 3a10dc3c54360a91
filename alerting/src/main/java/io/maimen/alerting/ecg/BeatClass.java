package io.maimen.alerting.ecg;

/** From where a beat came. Source: ANSI/AAMI EC57, beat labels. */
public enum BeatClass {
    /** Conducted from above, also with a bundle branch block or too early. */
    NORMAL,
    /** From a ventricle. */
    VENTRICULAR,
    /** Neither can be said. */
    OTHER
}
