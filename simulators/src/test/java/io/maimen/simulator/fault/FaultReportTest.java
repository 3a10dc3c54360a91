package io.maimen.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.match.Tally;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultReportTest {
    private static final Tally GOOD = new Tally(9, 9, 9, 0, 0, 0, 0, 0);

    @Test
    void theLineIsTheOneThatIsAskedFor() {
        assertEquals(
                "{\"kills\":20,\"inFlightAtKill\":17,\"offered\":900,\"taken\":899,\"stored\":900,\"lost\":0,"
                        + "\"duplicated\":0,\"fabricated\":0,\"wrongPatient\":0,\"lostInTransportWindow\":3,"
                        + "\"byTransport\":{\"coap\":{\"offered\":9,\"taken\":9,\"stored\":9}}}",
                new FaultReport(20, 20, 17, new Tally(900, 899, 900, 0, 0, 0, 0, 3), Map.of("coap", GOOD)).json());
    }

    @Test
    void itHoldsOnlyWhenEveryKillHappenedAndNothingIsWrong() {
        assertTrue(report(GOOD).holds());
        assertFalse(new FaultReport(2, 1, 1, GOOD, Map.of()).holds());
        assertFalse(report(new Tally(9, 9, 8, 1, 0, 0, 0, 0)).holds());
        assertFalse(report(new Tally(9, 9, 9, 0, 1, 0, 0, 0)).holds());
        assertFalse(report(new Tally(9, 9, 9, 0, 0, 1, 0, 0)).holds());
        assertFalse(report(new Tally(9, 9, 9, 0, 0, 0, 1, 0)).holds());
        assertFalse(report(new Tally(0, 0, 0, 0, 0, 0, 0, 0)).holds());
    }

    @Test
    void whatOnlyATransportWasToldIsCountedAndNoFailure() {
        assertTrue(report(new Tally(9, 8, 8, 0, 0, 0, 0, 1)).holds());
    }

    @Test
    void aTransportThatNeverBroughtAnythingProvesNothing() {
        Tally silent = new Tally(9, 0, 0, 0, 0, 0, 0, 0);
        assertFalse(new FaultReport(2, 2, 1, GOOD, Map.of("serial", GOOD, "coap", silent)).holds());
    }

    private static FaultReport report(Tally total) {
        return new FaultReport(2, 2, 1, total, Map.of());
    }
}
