package dev.sheetway.wire;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.Literal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A back-fill's CEL expression over {@code row}, a map from normalised header to value: text, {@code int} for a whole
 * number, {@code double}, truth value, or null for a blank cell. It yields a cell's content, or null for "leave it".
 */
public final class RowExpression {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(1_000_000)
            .build();
    private static final CelFunctionDecl NORMALISE = CelFunctionDecl.newFunctionDeclaration(
            "normalise", CelOverloadDecl.newGlobalOverload("normalise_string", SimpleType.STRING, SimpleType.STRING));
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addFunctionDeclarations(NORMALISE)
            .addVar("row", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(CelFunctionBinding.from("normalise_string", String.class, HeaderName::normalise))
            .build();
    private static final Set<CelType> CONTENTS =
            Set.of(SimpleType.STRING, SimpleType.INT, SimpleType.DOUBLE, SimpleType.BOOL, SimpleType.DYN);

    private final CelRuntime.Program program;

    private RowExpression(CelRuntime.Program program) {
        this.program = program;
    }

    /** It cannot be compiled, or yields nothing that a cell can hold. */
    public static final class Uncompilable extends Exception {
        private static final long serialVersionUID = 1L;

        Uncompilable(String message) {
            super(message);
        }
    }

    /** A row's cells do not allow it; the message holds none of them. */
    public static final class Unevaluable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unevaluable(String message) {
            super(message);
        }
    }

    public static RowExpression compile(String text) throws Uncompilable {
        try {
            var ast = COMPILER.compile(text).getAst();
            if (!CONTENTS.contains(ast.getResultType())) {
                throw new Uncompilable("the expression yields "
                        + ast.getResultType().name() + ": expected string, int, double or bool");
            }
            return new RowExpression(RUNTIME.createProgram(ast));
        } catch (CelValidationException invalid) {
            throw new Uncompilable(invalid.getErrors().stream()
                    .map(issue -> "line " + issue.getSourceLocation().getLine() + ", column "
                            + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage())
                    .collect(Collectors.joining("; ")));
        } catch (CelEvaluationException invalid) {
            throw new Uncompilable("the expression cannot be planned: " + reason(invalid));
        }
    }

    /**
     * Empty when it yields null.
     *
     * @param row may throw {@link Unevaluable} for a cell that has no value here
     * @throws Unevaluable when it cannot be computed
     */
    public Optional<Literal> value(Map<String, ?> row) {
        try {
            return literal(program.eval(Map.of("row", row)));
        } catch (CelException error) {
            throw new Unevaluable(reason(error));
        }
    }

    private static Optional<Literal> literal(@Nullable Object outcome) {
        return switch (outcome) {
            case null -> Optional.empty();
            case dev.cel.common.values.NullValue nothing -> Optional.empty();
            case String text -> text.isEmpty() ? Optional.empty() : Optional.of(new Literal.Text(text));
            case Long whole -> Optional.of(new Literal.Number(whole));
            case Double number when Double.isFinite(number) -> Optional.of(new Literal.Number(number));
            case Boolean truth -> Optional.of(new Literal.Bool(truth));
            default -> throw new Unevaluable("yields what a cell cannot hold");
        };
    }

    /** Never the library's own message: it may quote a cell. */
    private static String reason(CelException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unevaluable ours) {
                return String.valueOf(ours.getMessage());
            }
        }
        CelErrorCode code = error.getErrorCode();
        return switch (code) {
            case ATTRIBUTE_NOT_FOUND -> "has no such column";
            case OVERLOAD_NOT_FOUND, AMBIGUOUS_OVERLOAD -> "has a type that an operator does not take";
            case DIVIDE_BY_ZERO -> "divides by zero";
            case NUMERIC_OVERFLOW -> "exceeds a number's range";
            case BAD_FORMAT, INVALID_ARGUMENT -> "has a value that cannot be converted";
            case INDEX_OUT_OF_BOUNDS -> "exceeds a list";
            case ITERATION_BUDGET_EXCEEDED -> "iterates too often";
            case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, TYPE_NOT_FOUND -> "cannot be evaluated: " + code;
        };
    }
}
