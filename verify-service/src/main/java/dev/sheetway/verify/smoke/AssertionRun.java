package dev.sheetway.verify.smoke;

import dev.sheetway.contracts.check.SmokeResult;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.wire.SmokeExpression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One assertion over one table: counts what fails and keeps the first rows. */
final class AssertionRun {
    private static final int ROWS_NAMED = 10;

    private final SmokeAssertion assertion;
    private final LongSupplier nanoClock;
    private final Optional<Expression> expression;
    private final String uncompilable;
    private final List<Integer> failedRows = new ArrayList<>();
    private String firstReason = "";
    private long failed;
    private long evaluated;
    private long nanos;

    AssertionRun(SmokeAssertion assertion, LongSupplier nanoClock) {
        this.assertion = assertion;
        this.nanoClock = nanoClock;
        Optional<Expression> compiled = Optional.empty();
        String problem = "";
        long start = nanoClock.getAsLong();
        try {
            compiled = Optional.of(Expression.compile(assertion));
        } catch (SmokeExpression.Uncompilable e) {
            problem = String.valueOf(e.getMessage());
        }
        this.nanos = nanoClock.getAsLong() - start;
        this.expression = compiled;
        this.uncompilable = problem;
    }

    boolean isOverRows() {
        return assertion.scope() == SmokeAssertion.Scope.ROWS;
    }

    /** @param rowNumber 1-based; 0 for the header scope */
    void evaluate(int rowNumber, Map<String, ?> variables) {
        if (expression.isEmpty()) {
            return;
        }
        long start = nanoClock.getAsLong();
        Optional<String> refutation = expression.get().refutedBy(variables);
        nanos += nanoClock.getAsLong() - start;
        evaluated++;
        refutation.ifPresent(reason -> fail(rowNumber, reason));
    }

    private void fail(int rowNumber, String reason) {
        if (failed++ == 0) {
            firstReason = reason;
        }
        if (failedRows.size() < ROWS_NAMED) {
            failedRows.add(rowNumber);
        }
    }

    SmokeResult result() {
        String detail = detail();
        return new SmokeResult(
                assertion.name(),
                detail.isEmpty(),
                detail,
                Duration.ofNanos(nanos).toMillis());
    }

    private String detail() {
        if (expression.isEmpty()) {
            return "does not compile: " + uncompilable;
        }
        if (evaluated == 0) {
            return "no real rows: nothing was tested";
        }
        if (failed == 0) {
            return "";
        }
        return isOverRows() ? rows() : firstReason;
    }

    private String rows() {
        String named =
                String.join(", ", failedRows.stream().map(String::valueOf).toList());
        String more = failed > failedRows.size() ? ", …" : "";
        return failed + " of " + evaluated + " real rows: rows " + named + more + "; row " + failedRows.getFirst()
                + ": " + firstReason;
    }
}
