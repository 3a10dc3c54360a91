package io.maimen.simulator.fault;

import io.maimen.simulator.match.Tally;
import io.vertx.core.json.JsonObject;

/**
 * How the run went.
 *
 * @param planned kills asked for
 * @param kills kills that happened
 * @param inFlightAtKill kills at which at least one reading was sent and not yet acknowledged
 */
record FaultReport(int planned, int kills, int inFlightAtKill, Tally total) {
    /** Every kill happened, and nothing was lost, doubled or made up. */
    boolean holds() {
        return kills == planned && total.holds();
    }

    String text() {
        return kills + " kills, " + inFlightAtKill + " with readings in flight: offered " + total.offered()
                + ", taken " + total.taken() + ", stored " + total.stored() + ", lost " + total.lost()
                + ", duplicated " + total.duplicated() + ", fabricated " + total.fabricated();
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
                .encode();
    }
}
