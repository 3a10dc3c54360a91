package io.maimen.alerting.pack;

/**
 * One thing that is wrong in a rule pack. Immutable.
 *
 * @param code {@code PACK-…}, stable
 * @param line in the file, from 1
 * @param field where, such as {@code rules[1].raise}
 * @param mustBe what must hold, with the accepted values: reads on after "must"
 * @param found what was there: reads on after "but was"
 */
public record PackProblem(String code, int line, String field, String mustBe, String found) {
    /** {@code PACK-006 line 61 rules[1].raise must be … but was …}. */
    @Override
    public String toString() {
        return code + " line " + line + " " + field + " must " + mustBe + " but was " + found;
    }
}
