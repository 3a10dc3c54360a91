package io.maimen.simulator.fault;

import io.maimen.simulator.clinic.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Who is killed when. The same seed gives the same plan.
 *
 * @param kills in order
 */
record KillPlan(List<Kill> kills) {
    private static final int LONGEST_LIFE_MS = 1_600;
    private static final int SHORTEST_LIFE_MS = 250;
    private static final int LONGEST_ABSENCE_MS = 500;

    /**
     * One kill.
     *
     * @param after how long everything has been up
     * @param absence how long the victim stays dead before it is started again
     */
    record Kill(Part victim, Duration after, Duration absence) {}

    KillPlan {
        kills = List.copyOf(kills);
    }

    /** Kills of the server and of these gateways, of which there is at least one. */
    static KillPlan of(int kills, long seed, List<Part> gateways) {
        Random random = new Random(seed);
        List<Kill> plan = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            Duration after = Duration.ofMillis(SHORTEST_LIFE_MS + random.nextInt(LONGEST_LIFE_MS - SHORTEST_LIFE_MS));
            Duration absence = Duration.ofMillis(random.nextInt(LONGEST_ABSENCE_MS));
            Part gateway = gateways.get(i == 0 ? 0 : random.nextInt(gateways.size()));
            Part drawn = random.nextBoolean() ? gateway : Part.SERVER;
            // The first two are one of each, so that a short run meets both.
            Part victim = i == 0 ? gateway : i == 1 ? Part.SERVER : drawn;
            plan.add(new Kill(victim, after, absence));
        }
        return new KillPlan(plan);
    }
}
