package dev.sheetway.wire;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.util.stream.Collectors;

/**
 * What an assertion of a smoke suite may say: CEL that yields a truth value. Plans are refused for an expression that
 * cannot be compiled; found only when the suite runs, it would take a whole migration back.
 */
public final class SmokeExpression {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(1_000_000)
            .build();
    /** {@code normalise("Ocupado Por") == "ocupadopor"}: headers as the contracts compare them. */
    private static final CelFunctionDecl NORMALISE = CelFunctionDecl.newFunctionDeclaration(
            "normalise", CelOverloadDecl.newGlobalOverload("normalise_string", SimpleType.STRING, SimpleType.STRING));

    private static final CelCompiler ROWS = compiler()
            .addVar("row", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    private static final CelCompiler HEADER = compiler()
            .addVar("header", ListType.create(SimpleType.STRING))
            .addVar("columns", SimpleType.INT)
            .addVar("rows", SimpleType.INT)
            .build();

    private SmokeExpression() {}

    private static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(NORMALISE);
    }

    /** It cannot be compiled, or does not yield a truth value; says where. */
    public static final class Uncompilable extends Exception {
        private static final long serialVersionUID = 1L;

        Uncompilable(String message) {
            super(message);
        }
    }

    /** For {@link #runtime}. */
    public static CelAbstractSyntaxTree compile(SmokeAssertion.Scope scope, String expression) throws Uncompilable {
        CelCompiler compiler =
                switch (scope) {
                    case ROWS -> ROWS;
                    case HEADER -> HEADER;
                };
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            var type = tree.getResultType();
            if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
                throw new Uncompilable("the expression yields " + type.name() + ": expected bool");
            }
            return tree;
        } catch (CelValidationException invalid) {
            throw new Uncompilable(
                    invalid.getErrors().stream().map(SmokeExpression::describe).collect(Collectors.joining("; ")));
        }
    }

    private static String describe(CelIssue issue) {
        return "line " + issue.getSourceLocation().getLine() + ", column "
                + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage();
    }

    /** Knows the functions that {@link #compile} allows. */
    public static CelRuntime runtime() {
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(CelFunctionBinding.from("normalise_string", String.class, HeaderName::normalise))
                .build();
    }
}
