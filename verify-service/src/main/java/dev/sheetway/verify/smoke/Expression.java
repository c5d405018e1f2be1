package dev.sheetway.verify.smoke;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelException;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
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
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A compiled CEL expression that must be true. */
final class Expression {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(1_000_000)
            .build();
    /** {@code normalise("Ocupado Por") == "ocupadopor"}: headers as the contracts compare them. */
    private static final CelFunctionDecl NORMALISE = CelFunctionDecl.newFunctionDeclaration(
            "normalise", CelOverloadDecl.newGlobalOverload("normalise_string", SimpleType.STRING, SimpleType.STRING));

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(CelFunctionBinding.from("normalise_string", String.class, HeaderName::normalise))
            .build();
    private static final CelCompiler ROWS = compiler()
            .addVar("row", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    private static final CelCompiler HEADER = compiler()
            .addVar("header", ListType.create(SimpleType.STRING))
            .addVar("columns", SimpleType.INT)
            .addVar("rows", SimpleType.INT)
            .build();

    private final CelRuntime.Program program;

    private Expression(CelRuntime.Program program) {
        this.program = program;
    }

    private static dev.cel.compiler.CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(NORMALISE);
    }

    /** An expression that cannot be compiled, or does not yield a truth value; says where. */
    static final class Uncompilable extends Exception {
        private static final long serialVersionUID = 1L;

        Uncompilable(String message) {
            super(message);
        }
    }

    static Expression compile(SmokeAssertion assertion) throws Uncompilable {
        CelCompiler compiler =
                switch (assertion.scope()) {
                    case ROWS -> ROWS;
                    case HEADER -> HEADER;
                };
        CelValidationResult result = compiler.compile(assertion.expression());
        try {
            var type = result.getAst().getResultType();
            if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
                throw new Uncompilable("the expression yields " + type.name() + ": expected bool");
            }
            return new Expression(RUNTIME.createProgram(result.getAst()));
        } catch (CelValidationException invalid) {
            throw new Uncompilable(
                    invalid.getErrors().stream().map(Expression::describe).collect(Collectors.joining("; ")));
        } catch (CelEvaluationException invalid) {
            throw new Uncompilable("the expression cannot be planned: " + reason(invalid));
        }
    }

    private static String describe(CelIssue issue) {
        return "line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage();
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
