package io.maimen.simulator.score;

/**
 * Beats of a record by what they are (first letter) and what was found (second): n normal, v ventricular, f other, o
 * nothing. The columns of bxb's tables; ANSI/AAMI EC57 4.3.
 */
record BeatTable(int nn, int vn, int fn, int on, int nv, int vv, int fv, int ov, int no, int vo, int fo) {
    static final BeatTable EMPTY = new BeatTable(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    BeatTable plus(BeatTable other) {
        return new BeatTable(
                nn + other.nn,
                vn + other.vn,
                fn + other.fn,
                on + other.on,
                nv + other.nv,
                vv + other.vv,
                fv + other.fv,
                ov + other.ov,
                no + other.no,
                vo + other.vo,
                fo + other.fo);
    }

    int beats() {
        return matched() + no + vo + fo;
    }

    private int matched() {
        return nn + vn + fn + nv + vv + fv;
    }

    /** Share of the beats that were found, percent; NaN without any. */
    double sensitivity() {
        return percent(matched(), no + vo + fo);
    }

    /** Share of what was found that are beats, percent; NaN without any. */
    double positivePredictivity() {
        return percent(matched(), on + ov);
    }

    double ventricularSensitivity() {
        return percent(vv, vn + vo);
    }

    double ventricularPositivePredictivity() {
        return percent(vv, nv + ov);
    }

    /** Share of what is not ventricular that was called so, percent. */
    double ventricularFalsePositiveRate() {
        return percent(nv + ov, nn + fn + on);
    }

    private static double percent(int right, int wrong) {
        return right + wrong == 0 ? Double.NaN : 100.0 * right / (right + wrong);
    }
}
