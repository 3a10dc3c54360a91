package io.maimen.simulator.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as reports print them. */
final class Percent {
    private Percent() {}

    /** NaN where nothing was counted. */
    static double of(double part, double all) {
        return all == 0 ? Double.NaN : 100 * part / all;
    }

    static double of(long part, long all) {
        return of((double) part, (double) all);
    }

    static void put(ObjectNode node, String name, long part, long all) {
        put(node, name, of(part, all));
    }

    static void put(ObjectNode node, String name, double part, double all) {
        put(node, name, of(part, all));
    }

    /** Two decimals; null where nothing was counted. */
    static void put(ObjectNode node, String name, double value) {
        node.put(name, Double.isNaN(value) ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }
}
