package io.maimen.alerting.pack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A rule pack that cannot be used. The message is one line with every problem; {@link #problems} has them apart. */
public final class RulePackException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<PackProblem> problems;

    RulePackException(String file, List<PackProblem> problems) {
        super(sorted(problems).stream()
                .map(PackProblem::toString)
                .collect(Collectors.joining(" | ", "", "; correct " + file + " and start again")));
        this.problems = sorted(problems);
    }

    /** In order of lines; at least one. */
    public List<PackProblem> problems() {
        return problems;
    }

    private static List<PackProblem> sorted(List<PackProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(PackProblem::line))
                .toList();
    }
}
