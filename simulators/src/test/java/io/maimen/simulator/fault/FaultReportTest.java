package io.maimen.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.match.Tally;
import org.junit.jupiter.api.Test;

class FaultReportTest {
    @Test
    void theLineIsTheOneThatIsAskedFor() {
        assertEquals(
                "{\"kills\":20,\"inFlightAtKill\":17,\"offered\":900,\"taken\":899,\"stored\":900,\"lost\":0,"
                        + "\"duplicated\":0,\"fabricated\":0}",
                new FaultReport(20, 20, 17, new Tally(900, 899, 900, 0, 0, 0)).json());
    }

    @Test
    void itHoldsOnlyWhenEveryKillHappenedAndNothingIsWrong() {
        assertTrue(new FaultReport(2, 2, 1, new Tally(9, 9, 9, 0, 0, 0)).holds());
        assertFalse(new FaultReport(2, 1, 1, new Tally(9, 9, 9, 0, 0, 0)).holds());
        assertFalse(new FaultReport(2, 2, 1, new Tally(9, 9, 8, 1, 0, 0)).holds());
        assertFalse(new FaultReport(2, 2, 1, new Tally(9, 9, 9, 0, 1, 0)).holds());
        assertFalse(new FaultReport(2, 2, 1, new Tally(9, 9, 9, 0, 0, 1)).holds());
        assertFalse(new FaultReport(2, 2, 1, new Tally(0, 0, 0, 0, 0, 0)).holds());
    }
}
