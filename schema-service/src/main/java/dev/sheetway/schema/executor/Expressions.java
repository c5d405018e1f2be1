package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.RowValue;
import dev.sheetway.wire.RowExpression;
import java.util.List;

/** Back-fills' expressions. */
final class Expressions {
    private Expressions() {}

    /**
     * @param header of the columns that rows will have
     * @throws StepFailedException when it does not compile
     */
    static RowValue compile(String expression, List<String> header) {
        try {
            return new CelRowValue(RowExpression.compile(expression), header);
        } catch (RowExpression.Uncompilable e) {
            throw new StepFailedException(Failure.of(
                    FailureClass.FAILED,
                    "bad-expression",
                    "the expression of a back-fill cannot be compiled: " + e.getMessage()
                            + "; nothing written; correct the plan"));
        }
    }
}
