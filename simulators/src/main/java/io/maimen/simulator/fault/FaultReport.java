package io.maimen.simulator.fault;

import io.maimen.simulator.match.Tally;
import io.maimen.simulator.match.TallyJson;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the run went.
 *
 * @param planned kills asked for
 * @param kills kills that happened
 * @param inFlightAtKill kills at which at least one reading was sent and not yet acknowledged
 * @param byTransport the total, by the way it came
 */
record FaultReport(int planned, int kills, int inFlightAtKill, Tally total, Map<String, Tally> byTransport) {
    FaultReport {
        byTransport = Map.copyOf(byTransport);
    }

    /** Every kill happened, every transport had something taken, and nothing was lost, doubled, made up or misplaced. */
    boolean holds() {
        return kills == planned
                && total.holds()
                && byTransport.values().stream().allMatch(tally -> tally.taken() > 0);
    }

    String text() {
        return kills + " kills, " + inFlightAtKill + " with readings in flight: offered " + total.offered()
                + ", taken " + total.taken() + ", stored " + total.stored() + ", lost " + total.lost()
                + ", duplicated " + total.duplicated() + ", fabricated " + total.fabricated()
                + ", wrong patient " + total.wrongPatient() + ", lost in a transport's window "
                + total.lostInTransportWindow();
    }

    String json() {
        return new JsonObject()
                .put("kills", kills)
                .put("inFlightAtKill", inFlightAtKill)
                .put("offered", total.offered())
                .put("taken", total.taken())
                .put("stored", total.stored())
                .put("lost", total.lost())
                .put("duplicated", total.duplicated())
                .put("fabricated", total.fabricated())
                .put("wrongPatient", total.wrongPatient())
                .put("lostInTransportWindow", total.lostInTransportWindow())
                .put("byTransport", TallyJson.each(new TreeMap<>(byTransport)))
                .encode();
    }
}
