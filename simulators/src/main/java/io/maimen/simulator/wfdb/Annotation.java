package io.maimen.simulator.wfdb;

import java.util.Optional;

/**
 * What somebody noted at a place of a recording: a beat's kind, a rhythm's change. Immutable.
 *
 * @param sample from the recording's beginning, 0 or more
 * @param code 1 to 49, WFDB's numbers
 * @param subtype -128 to 127
 * @param channel 0 or more
 * @param number a beat's or cluster's, as the annotator used it
 * @param text such as {@code (AFIB}; empty where none was noted
 */
public record Annotation(long sample, int code, int subtype, int channel, int number, Optional<String> text) {
    // Source: WFDB ecgcodes.h; a blank where a code means nothing.
    private static final String SYMBOLS = " NLRaVFJASEj/Q~ | sT*D\"=pB^t+u?![]en@xf()r";

    /** The sign that annotation listings show, such as {@code N} for a normal beat; the number where there is none. */
    public String symbol() {
        boolean known = code < SYMBOLS.length() && SYMBOLS.charAt(code) != ' ';
        return known ? SYMBOLS.substring(code, code + 1) : "[" + code + "]";
    }
}
