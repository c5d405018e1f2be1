package dev.sheetway.verify.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.verify.checks.table.RowFunction;
import dev.sheetway.verify.smoke.SmokeRow;
import dev.sheetway.wire.RowExpression;
import dev.sheetway.workspace.CellContent;
import java.util.Optional;

/** The expression of a back-fill, computed again over the backup's rows. */
final class BackfillFunction {
    private BackfillFunction() {}

    static RowFunction compile(String text) {
        try {
            RowExpression expression = RowExpression.compile(text);
            return (header, row) -> value(expression, SmokeRow.of(SmokeRow.columns(header), row));
        } catch (RowExpression.Uncompilable e) {
            throw new StepFailedException(Failure.of(
                    FailureClass.FAILED,
                    "bad-expression",
                    "the expression of a back-fill cannot be compiled: " + e.getMessage()
                            + "; this step wrote nothing; correct the plan"));
        }
    }

    /** A row that the expression does not take was refused before anything was written. */
    private static Optional<CellContent> value(RowExpression expression, SmokeRow row) {
        try {
            return expression.value(row).map(BackfillFunction::content);
        } catch (RowExpression.Unevaluable | SmokeRow.NoValue notThisRow) {
            return Optional.empty();
        }
    }

    private static CellContent content(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> new CellContent.Text(text.value());
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
        };
    }
}
