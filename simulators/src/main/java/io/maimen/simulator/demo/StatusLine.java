package io.maimen.simulator.demo;

import java.io.PrintWriter;

/**
 * One calm line: rewritten in place on a terminal; elsewhere written now and then, and when the number of alerts changes.
 * Confined to one thread.
 */
final class StatusLine {
    private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";
    private static final int NOW_AND_THEN = 12;

    private final PrintWriter out;
    private final boolean terminal;
    private int skipped;
    private int lastAlerts;

    StatusLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.skipped = NOW_AND_THEN;
    }

    /** The newest numbers. */
    void show(String text, int alerts) {
        if (terminal) {
            out.print(TO_LINE_START_AND_CLEAR + text);
        } else if (alerts != lastAlerts || skipped >= NOW_AND_THEN) {
            out.println(text);
            skipped = 0;
        } else {
            skipped++;
        }
        lastAlerts = alerts;
        out.flush();
    }

    /** Something that must stay on the screen. */
    void say(String line) {
        out.println(terminal ? TO_LINE_START_AND_CLEAR + line : line);
        out.flush();
    }
}
