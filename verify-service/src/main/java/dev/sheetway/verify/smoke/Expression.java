package dev.sheetway.verify.smoke;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.wire.SmokeExpression;
import java.util.Map;
import java.util.Optional;

/** A compiled CEL expression that must be true. */
final class Expression {
    private static final CelRuntime RUNTIME = SmokeExpression.runtime();

    private final CelRuntime.Program program;

    private Expression(CelRuntime.Program program) {
        this.program = program;
    }

    static Expression compile(SmokeAssertion assertion) throws SmokeExpression.Uncompilable {
        return new Expression(program(SmokeExpression.compile(assertion.scope(), assertion.expression())));
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException broken) {
            throw new IllegalStateException("what compiles can be planned", broken);
        }
    }

    /** Empty when it is true; else why not, without any value of the sheet. */
    Optional<String> refutedBy(Map<String, ?> variables) {
        try {
            Object outcome = program.eval(variables);
            if (outcome instanceof Boolean truth) {
                return truth ? Optional.empty() : Optional.of("false");
            }
            return Optional.of("no truth value");
        } catch (CelException error) {
            return Optional.of(reason(error));
        } catch (SmokeRow.NoValue noValue) {
            return Optional.of(String.valueOf(noValue.getMessage()));
        }
    }

    /** Never the library's own message: it may quote a cell. */
    private static String reason(CelException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SmokeRow.NoValue noValue) {
                return String.valueOf(noValue.getMessage());
            }
        }
        return describe(error.getErrorCode());
    }

    private static String describe(CelErrorCode code) {
        return switch (code) {
            case ATTRIBUTE_NOT_FOUND -> "cannot be evaluated: no such column";
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD -> "cannot be evaluated: an operator does not take such types";
            case DIVIDE_BY_ZERO -> "cannot be evaluated: division by zero";
            case NUMERIC_OVERFLOW -> "cannot be evaluated: number out of range";
            case BAD_FORMAT, INVALID_ARGUMENT -> "cannot be evaluated: a value cannot be converted";
            case INDEX_OUT_OF_BOUNDS -> "cannot be evaluated: index out of bounds";
            case ITERATION_BUDGET_EXCEEDED -> "cannot be evaluated: too many iterations";
            case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, TYPE_NOT_FOUND -> "cannot be evaluated: " + code;
        };
    }
}
