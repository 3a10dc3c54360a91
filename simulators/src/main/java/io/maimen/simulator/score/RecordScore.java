package io.maimen.simulator.score;

import java.util.List;

/**
 * What came out of one record.
 *
 * @param name the record's
 * @param table its beats
 * @param farFound annotated beats more than 1 s from every gap that were found
 * @param farMissed and those that were not
 * @param trustedRight found beats outside self-declared noise that are beats
 * @param trustedWrong and those that are not
 * @param cleanS seconds that are known to be clean, 0 where nothing is known
 * @param cleanLostS of these, in self-declared noise
 * @param acrossGap intervals and rhythms told although something between their beats never arrived
 * @param latenciesMs from each annotated R peak to the sample at which its beat was told
 */
record RecordScore(
        String name,
        BeatTable table,
        int farFound,
        int farMissed,
        int trustedRight,
        int trustedWrong,
        double cleanS,
        double cleanLostS,
        int acrossGap,
        List<Double> latenciesMs) {
    RecordScore {
        latenciesMs = List.copyOf(latenciesMs);
    }
}
