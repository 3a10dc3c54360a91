package io.maimen.simulator.device.ecgfile;

import io.maimen.observation.Samples;
import io.maimen.observation.code.EcgLead;
import io.maimen.simulator.signal.SyntheticEcg;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ten seconds of twelve leads, 500 samples a second in steps of 2.5 uV, all begun together. Immutable.
 *
 * @param patient as typed in at the cart
 * @param startedAt by the cart's clock
 * @param leads in the order of paper, equally long
 */
record Examination(String patient, LocalDateTime startedAt, Map<EcgLead, Samples> leads) {
    static final int RATE_HZ = 500;
    static final int INTERVAL_MICROS = 1_000_000 / RATE_HZ;
    static final int NANOVOLTS_PER_STEP = 2_500;

    private static final int SAMPLES = 10 * RATE_HZ;
    private static final double STEPS_PER_MILLIVOLT = 400;
    private static final String[] CHEST = {"V1", "V2", "V3", "V4", "V5", "V6"};
    /** How much of leads I and II a chest electrode sees: R grows from V1 on, as in a healthy heart. */
    private static final double[][] CHEST_VIEW = {
        {-0.6, 0.1}, {-0.4, 0.5}, {0.1, 0.7}, {0.7, 0.7}, {0.8, 0.5}, {0.7, 0.3}
    };

    /** The same seed gives the same heart. */
    static Examination of(long seed, String patient, LocalDateTime startedAt) {
        double[] one = new SyntheticEcg(seed, RATE_HZ).next(SAMPLES);
        double[] two = new SyntheticEcg(seed, RATE_HZ).next(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            one[i] *= 0.7;
            two[i] += 0.05 * Math.sin(i / 97.0);
        }
        Map<EcgLead, Samples> leads = new LinkedHashMap<>();
        put(leads, "I", one, two, 1, 0);
        put(leads, "II", one, two, 0, 1);
        put(leads, "III", one, two, -1, 1);
        put(leads, "aVR", one, two, -0.5, -0.5);
        put(leads, "aVL", one, two, 1, -0.5);
        put(leads, "aVF", one, two, -0.5, 1);
        for (int i = 0; i < CHEST.length; i++) {
            put(leads, CHEST[i], one, two, CHEST_VIEW[i][0], CHEST_VIEW[i][1]);
        }
        return new Examination(patient, startedAt, leads);
    }

    private static void put(
            Map<EcgLead, Samples> leads, String name, double[] one, double[] two, double ofOne, double ofTwo) {
        int[] steps = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            steps[i] = (int) Math.round(STEPS_PER_MILLIVOLT * (ofOne * one[i] + ofTwo * two[i]));
        }
        leads.put(EcgLead.named(name).orElseThrow(), Samples.of(steps));
    }
}
