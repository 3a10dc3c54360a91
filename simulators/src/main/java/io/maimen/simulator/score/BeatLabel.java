package io.maimen.simulator.score;

import java.util.Optional;

/** What a beat annotation says, in the three classes that tables of ventricular beats tell apart. */
enum BeatLabel {
    NORMAL,
    VENTRICULAR,
    /** Fusions, paced beats and what the annotator could not say: counted as beats, not for or against a class. */
    OTHER;

    /** Of WFDB's annotation codes (ecgcodes.h), as bxb maps them; empty where the code is no beat's. */
    static Optional<BeatLabel> of(int code) {
        return switch (code) {
            case 5, 10, 41 -> Optional.of(VENTRICULAR);
            case 6, 12, 13, 30, 38 -> Optional.of(OTHER);
            case 1, 2, 3, 4, 7, 8, 9, 11, 25, 34, 35 -> Optional.of(NORMAL);
            default -> Optional.empty();
        };
    }
}
