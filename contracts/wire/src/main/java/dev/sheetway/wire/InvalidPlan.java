package dev.sheetway.wire;

import java.util.List;
import java.util.stream.Collectors;

/** A plan that cannot be used, with everything that is wrong with it. */
public final class InvalidPlan extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<PlanProblem> problems;

    public InvalidPlan(String source, List<PlanProblem> problems) {
        super(problems.stream()
                .map(problem -> source + (problem.line() > 0 ? ":" : ": ") + problem)
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PlanProblem> problems() {
        return problems;
    }
}
