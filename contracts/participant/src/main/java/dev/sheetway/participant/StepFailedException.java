package dev.sheetway.participant;

import dev.sheetway.contracts.event.ExpectedFailure;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import java.util.Optional;

/** How an executor says that its step failed in a way that the saga knows what to do with. */
public final class StepFailedException extends RuntimeException implements ExpectedFailure {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;
    private final transient Optional<StepResult> evidence;

    public StepFailedException(Failure failure) {
        this(failure, Optional.empty());
    }

    /** @param evidence a result that explains the failure, such as the report of the failed checks */
    public StepFailedException(Failure failure, StepResult evidence) {
        this(failure, Optional.of(evidence));
    }

    private StepFailedException(Failure failure, Optional<StepResult> evidence) {
        super(failure.message());
        this.failure = failure;
        this.evidence = evidence;
    }

    @Override
    public Failure failure() {
        return failure;
    }

    @Override
    public Optional<StepResult> evidence() {
        return evidence;
    }
}
