package io.maimen.alerting.pack;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one reading of a file tells everything. Confined to one reader. */
final class PackProblems {
    private final List<PackProblem> found = new ArrayList<>();

    void add(String code, int line, String field, String mustBe, String was) {
        found.add(new PackProblem(code, line, field, mustBe, was));
    }

    int count() {
        return found.size();
    }

    void throwIfAny(String file) throws RulePackException {
        if (!found.isEmpty()) {
            throw new RulePackException(file, found);
        }
    }
}
