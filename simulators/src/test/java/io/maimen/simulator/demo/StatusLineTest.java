package io.maimen.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StatusLineTest {
    private final StringWriter screen = new StringWriter();

    @Test
    void onATerminalItStaysOneLine() {
        StatusLine line = new StatusLine(new PrintWriter(screen), true);
        line.show("taken 1", 0);
        line.show("taken 2", 0);
        assertEquals("\r\u001b[Ktaken 1\r\u001b[Ktaken 2", screen.toString());
    }

    @Test
    void inAFileANewAlertIsWorthALineAndTheRestNowAndThen() {
        StatusLine line = new StatusLine(new PrintWriter(screen), false);
        for (int i = 1; i <= 14; i++) {
            line.show("taken " + i, i < 5 ? 0 : 1);
        }
        assertEquals("taken 1\ntaken 5\n", screen.toString());
    }
}
