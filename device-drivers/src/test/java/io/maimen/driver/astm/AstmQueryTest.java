package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An analyser that asks what is ordered (Q) is told, in a session of our own, that nothing is. */
class AstmQueryTest {
    private static final String HEADER = "H|\\^&|||cobas c111|||||||P|LIS02-A2|20260304081500";
    private static final String QUERY = "Q|1|^S-000123||ALL";

    /** Checksums: the sum of all bytes from the frame number to ETX, modulo 256. */
    private static final String FIRST = "<STX>1H|\\^&|||Maimen|||||||P|LIS02-A2<CR><ETX>CA<CR><LF>";

    private static final String SECOND = "<STX>2L|1|I<CR><ETX>00<CR><LF>";

    private final AstmLine line = AstmLine.open();
    private int told;

    @Test
    void aQueryIsAnsweredInASessionOfOurOwn() {
        line.session(HEADER, QUERY, "L|1|N");
        assertEquals("<ACK><ACK><ACK><ACK><ENQ>", said(), "asked for the line after the analyser's EOT");
        assertEquals(FIRST, reply("\6"));
        assertEquals(SECOND, reply("\6"));
        assertEquals("<EOT>", reply("\6"));
        assertEquals("<ACK>", reply("\5"), "and a receiver again");
        assertEquals(List.of(), line.rejects());
        assertEquals(List.of(), line.stored);
    }

    @Test
    void resultsAskNothing() {
        line.session(HEADER, "P|1", "L|1|N");
        assertEquals("<ACK><ACK><ACK><ACK>", said());
    }

    /** Cut off before its L record, or after it by a new message: nobody waits for an answer. */
    @Test
    void aQueryThatWasNotFinishedIsNotAnswered() {
        line.session(HEADER, QUERY);
        assertEquals("<ACK><ACK><ACK>", said());
    }

    @Test
    void aFrameThatIsRefusedIsSentAgainAndAtLastGivenUp() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        assertEquals(FIRST, reply("\6"));
        for (int again = 2; again <= 6; again++) {
            assertEquals(FIRST, reply("\25"));
        }
        assertEquals("<EOT>", reply("\25"), "six times in all (LIS01-A2 6.5.1.2)");
        assertEquals("", elapse());
    }

    @Test
    void anAnalyserThatIsBusyIsAskedAgainAfterTenSeconds() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        assertEquals("", reply("\25"));
        assertEquals(Duration.ofSeconds(10), patience());
        assertEquals("<ENQ>", elapse());
        assertEquals(FIRST, reply("\6"));
    }

    /** Both asked for the line at once: the host yields for 20 s, so the analyser, which waits one, comes first. */
    @Test
    void atContentionTheAnalyserComesFirst() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        assertEquals("", reply("\5"), "its ENQ is no reply, and gets none");
        assertEquals(Duration.ofSeconds(20), patience());
        assertEquals("<ACK>", reply("\5"), "a second later it asks again");
        assertEquals("<ENQ>", reply("\4"), "and when it is done we do");
    }

    @Test
    void whoDoesNotReplyIsLetGo() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        assertEquals(Duration.ofSeconds(15), patience());
        assertEquals("<EOT>", elapse());
        assertEquals("", elapse());
        assertEquals("<ACK>", reply("\5"));
    }

    /** EOT for a frame: taken, and a wish to speak. */
    @Test
    void anAnalyserThatWantsToSpeakMayWhenTheAnswerIsOut() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        reply("\6");
        assertEquals(SECOND, reply("\4"));
        assertEquals("<EOT>", reply("\6"));
    }

    @Test
    void anAnalyserThatBeginsItselfInTheMiddleIsHeardFirst() {
        line.session(HEADER, QUERY, "L|1|N");
        said();
        reply("\6");
        assertEquals("<ACK>", reply("\5"));
        assertEquals("<ENQ>", reply("\4"));
    }

    private String reply(String bytes) {
        line.send(AstmLine.bytes(bytes));
        return said();
    }

    private String elapse() {
        line.on(new DriverEvent.Elapsed(AstmLine.AT.instant()));
        return said();
    }

    private Duration patience() {
        return line.actions.stream()
                .filter(Wake.class::isInstance)
                .map(action -> ((Wake) action).after())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** What was written since it was last asked, control bytes by their names. */
    private String said() {
        List<DriverAction> since = line.actions.subList(told, line.actions.size());
        String said = since.stream()
                .filter(Write.class::isInstance)
                .map(action -> new String(((Write) action).bytes().toArray(), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        told = line.actions.size();
        return said.replace("\2", "<STX>")
                .replace("\3", "<ETX>")
                .replace("\4", "<EOT>")
                .replace("\5", "<ENQ>")
                .replace("\6", "<ACK>")
                .replace("\25", "<NAK>")
                .replace("\r", "<CR>")
                .replace("\n", "<LF>");
    }
}
