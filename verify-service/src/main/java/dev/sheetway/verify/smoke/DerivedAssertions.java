package dev.sheetway.verify.smoke;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.contracts.plan.SmokeAssertion.Scope;
import java.util.ArrayList;
import java.util.List;

/** What a plan without a suite says by itself about its two schema versions, as assertions like any other. */
final class DerivedAssertions {
    private DerivedAssertions() {}

    static List<SmokeAssertion> of(MigrationPlan plan, String version) {
        List<SmokeAssertion> suite = new ArrayList<>();
        suite.add(new SmokeAssertion("header_is_not_empty", Scope.HEADER, "columns > 0"));
        plan.keyColumn()
                .ifPresent(key -> suite.add(new SmokeAssertion(key + "_in_header", Scope.HEADER, inHeader(key))));
        if (version.equals(plan.to())) {
            plan.addedColumns().forEach(column -> target(column, suite));
            for (RenameColumn rename : plan.changes(RenameColumn.class)) {
                suite.add(present(rename.to()));
                suite.add(absent(rename.from()));
            }
            plan.changes(DropColumn.class).forEach(drop -> suite.add(absent(drop.name())));
        } else if (version.equals(plan.from())) {
            plan.addedColumns().stream()
                    .filter(column -> !column.adopt())
                    .forEach(column -> suite.add(absent(column.name())));
            for (RenameColumn rename : plan.changes(RenameColumn.class)) {
                suite.add(present(rename.from()));
                suite.add(absent(rename.to()));
            }
            plan.changes(DropColumn.class).forEach(drop -> suite.add(present(drop.name())));
        } else {
            suite.add(new SmokeAssertion("plan_knows_version_" + version, Scope.HEADER, "false"));
        }
        return suite;
    }

    private static SmokeAssertion present(String name) {
        return new SmokeAssertion(name + "_in_header", Scope.HEADER, inHeader(name));
    }

    private static SmokeAssertion absent(String name) {
        return new SmokeAssertion(name + "_not_in_header", Scope.HEADER, "!" + inHeader(name));
    }

    private static void target(AddColumn column, List<SmokeAssertion> suite) {
        String name = column.name();
        String cell = "row[" + quote(HeaderName.normalise(name)) + "]";
        suite.add(new SmokeAssertion(name + "_in_header", Scope.HEADER, inHeader(name)));
        suite.add(new SmokeAssertion(
                name + "_is_" + column.type().wireName() + "_or_blank",
                Scope.ROWS,
                cell + " == null || " + hasType(column, cell)));
        column.pattern()
                .ifPresent(pattern -> suite.add(new SmokeAssertion(
                        name + "_matches_pattern_or_blank",
                        Scope.ROWS,
                        cell + " == null || string(" + cell + ").matches(" + quote(pattern) + ")")));
    }

    private static String hasType(AddColumn column, String cell) {
        return switch (column.type()) {
            case TEXT -> "type(" + cell + ") == string";
            case INTEGER -> "type(" + cell + ") == int";
            case NUMBER, DATE, DATETIME -> "type(" + cell + ") in [int, double]";
            case BOOLEAN -> "type(" + cell + ") == bool";
        };
    }

    private static String inHeader(String name) {
        return "header.exists(h, normalise(h) == " + quote(HeaderName.normalise(name)) + ")";
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
