package dev.sheetway.schema.planner;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Workbook;
import java.util.List;
import java.util.stream.Collectors;

/** The refusals' texts: what, which, expected and found, nothing written, what to do. */
final class Refusals {
    private final String where;
    private final String spreadsheet;
    private final String tab;

    private Refusals(String tab, SpreadsheetId spreadsheet) {
        this.tab = tab;
        this.spreadsheet = "spreadsheet \"" + spreadsheet + "\"";
        this.where = "tab \"" + tab + "\" of " + this.spreadsheet;
    }

    static Refusals of(String tab, SpreadsheetId spreadsheet) {
        return new Refusals(tab, spreadsheet);
    }

    static Refusals of(SheetSnapshot sheet) {
        return new Refusals(sheet.tab().title(), sheet.spreadsheetId());
    }

    Failure unknownTab(List<Workbook.Tab> tabs) {
        return refuse(
                "unknown-tab",
                "tab \"" + tab + "\" is not in " + spreadsheet + ": expected one of " + titles(tabs),
                "correct spec.tab");
    }

    /** For a migration under way: somebody renamed or deleted the tab since, and can take that back. */
    Failure tabGone(List<Workbook.Tab> tabs) {
        return Failure.of(
                FailureClass.PAUSE,
                "tab-gone",
                "tab \"" + tab + "\" was in " + spreadsheet + " when the migration began and is not there any more;"
                        + " found " + titles(tabs)
                        + "; this step wrote nothing; give the tab its title again, or bring it back from the version"
                        + " history, then resume; ./sheetway restore brings it back, too, as the backup has it");
    }

    Failure unknownAuditTab(String audit, List<Workbook.Tab> tabs) {
        return refuse(
                "unknown-audit-tab",
                "audit tab \"" + audit + "\" is not in " + spreadsheet + ": expected one of " + titles(tabs),
                "correct spec.audit.tab or create the tab");
    }

    Failure auditTabTooNarrow(String audit, int columns) {
        return refuse(
                "audit-tab-too-narrow",
                "audit tab \"" + audit + "\" of " + spreadsheet + " has " + columns + " columns: expected "
                        + AuditTab.COLUMNS + " or more",
                "add columns to it");
    }

    Failure auditTabIsTheTable() {
        return refuse(
                "audit-tab-is-table",
                where + " is also the plan's audit tab: expected another one",
                "name another tab in spec.audit.tab");
    }

    Failure headerRowOutside(int headerRow, int rows) {
        return refuse(
                "header-row-outside",
                "header row " + headerRow + " is not in " + where + ": expected 1 to " + rows,
                "correct spec.headerRow");
    }

    Failure emptyHeader(int headerRow) {
        return refuse(
                "empty-header",
                "row " + headerRow + " of " + where + " has no header: expected column names",
                "correct spec.headerRow");
    }

    Failure missingKeyColumn(String key) {
        return refuse(
                "missing-key-column",
                "key column \"" + key + "\" is not in " + where + ": expected a header of that name",
                "correct spec.keyColumn");
    }

    Failure unknownAfter(String column, String after) {
        return refuse(
                "unknown-after-column",
                "column \"" + column + "\" is to stand after \"" + after + "\", which is not in " + where
                        + ": expected a header of that name or a column that the plan adds before it",
                "correct `after`");
    }

    Failure duplicateHeader(String name, List<String> cells) {
        return refuse(
                "duplicate-header",
                "column \"" + name + "\" stands at " + String.join(" and ", cells) + " of " + where
                        + ": expected once, after case, accents, spaces, _ and / are dropped",
                "rename all but one");
    }

    Failure duplicatePlanColumn(String one, String other) {
        return refuse(
                "duplicate-plan-column",
                "the plan adds \"" + one + "\" and \"" + other + "\" to " + where
                        + ", which are one name after case, accents, spaces, _ and / are dropped: expected different ones",
                "rename one");
    }

    Failure headerExists(String column, String cell, String found) {
        return refuse(
                "header-exists",
                "column \"" + column + "\" is already in " + where + " at " + cell + " as \"" + found
                        + "\": expected absent",
                "rename it or set adopt: true");
    }

    Failure wrongType(String column, String cell, String expected, String found) {
        return refuse(
                "header-exists",
                "column \"" + column + "\" is already in " + where + " at " + cell + " with type " + found
                        + ": expected absent or " + expected,
                "rename it or convert its cells");
    }

    Failure unexpectedColumns(int expected, int found) {
        return refuse(
                "unexpected-columns",
                where + " has " + found + " columns with a header: expected " + expected,
                "see who changed the sheet, then correct spec.expect.columns");
    }

    Failure headerDrift(String cell, String expected, String found, String name) {
        return refuse(
                "header-drift",
                "the header of " + where + " drifted at " + cell + ": expected " + quoted(expected) + ", found "
                        + quoted(found) + ": " + name,
                "see who changed the sheet, then correct spec.expect.headers");
    }

    Failure wrongVersion(String plan, String from, String to, String found) {
        return refuse(
                "wrong-version",
                spreadsheet + " has version \"" + found + "\" of schema \"" + plan + "\": expected \"" + from
                        + "\" or \"" + to + "\"",
                "run the plans between first, or correct metadata.from");
    }

    Failure planChanged(MigrationPlan plan, String recorded, String given) {
        return refuse(
                "plan-changed",
                spreadsheet + " has version \"" + plan.to() + "\" of schema \"" + plan.name()
                        + "\" by a plan of checksum "
                        + recorded + ": expected that plan, found another one of checksum " + given
                        + " that leads to the same version",
                "give the change a plan and a version of its own");
    }

    Failure locked(String owner) {
        return refuse(
                "locked",
                spreadsheet + " is locked by migration \"" + owner + "\": expected no lock",
                "let it end or roll it back, then ask again");
    }

    Failure cellLimit(long limit, long needed) {
        return refuse(
                "cell-limit",
                spreadsheet + " would have " + needed + " cells: expected at most " + limit,
                "delete unused rows of the grid");
    }

    Failure columnLimit(int limit, int needed) {
        return refuse(
                "column-limit",
                where + " would have " + needed + " columns: expected at most " + limit,
                "delete unused columns");
    }

    Failure tooManyRequests(int limit, int needed) {
        return refuse(
                "too-many-requests",
                where + " would be changed by " + needed
                        + " requests in one call, one for each block of rows: expected at" + " most " + limit,
                "sort the table so that the rows to change stand together, or split the plan");
    }

    /** For a rollback, which must not give up: rows that stand together again need fewer requests. */
    Failure tooManyBlocks(int limit, int needed) {
        return Failure.of(
                FailureClass.PAUSE,
                "too-many-requests",
                where + " was sorted, so that its rows would be put back by " + needed
                        + " requests in one call: expected at" + " most " + limit
                        + "; nothing written; sort the table as it was, then resume");
    }

    Failure keyHasFormulas(String key) {
        return refuse(
                "key-has-formulas",
                "key column \"" + key + "\" of " + where
                        + " holds formulas: expected values, by which a rollback finds the"
                        + " rows of kept cells again",
                "replace the formulas by their values, name another keyColumn, or none (then do not sort the table)");
    }

    Failure badInitial(String column, String expected) {
        return refuse(
                "bad-initial-value",
                "the initial value of column \"" + column + "\" for " + where + " cannot be read: expected " + expected,
                "correct `initial`");
    }

    Failure unknownColumn(String column) {
        return refuse(
                "unknown-column",
                "column \"" + column + "\" is not in " + where + ": expected a header of that name",
                "correct the plan's change or see who deleted the column");
    }

    Failure renameMeetsColumn(String from, String to, String cell, String found) {
        return refuse(
                "header-exists",
                "column \"" + from + "\" is to be renamed to \"" + to + "\", which is already in " + where + " at "
                        + cell + " as \"" + found + "\": expected absent",
                "rename or drop that one first");
    }

    Failure cells(String code, String what, Findings.Cells cells, String remedy) {
        String more = cells.problemCount() > cells.problems().size() ? ", …" : "";
        return refuse(
                code,
                what + " in " + where + ": " + cells.problemCount() + " cells stand in the way: "
                        + String.join(", ", cells.problems()) + more,
                remedy);
    }

    Failure referredTo(List<String> columns, List<String> referrers) {
        return refuse(
                "column-is-referred-to",
                "columns \"" + String.join("\", \"", columns) + "\" of " + where + " are to be dropped, but "
                        + String.join(", ", referrers) + " refer to them: expected nothing that would become #REF!",
                "change what refers to them");
    }

    /** What stands in the first row of somebody else's tab may be data: it is counted, not told. */
    Failure tabExists(String title, List<String> expected, List<String> found) {
        int same = 0;
        while (same < Math.min(expected.size(), found.size())
                && expected.get(same).equals(found.get(same))) {
            same++;
        }
        return refuse(
                "tab-exists",
                "tab \"" + title + "\" is already in " + spreadsheet + " with another first row (" + found.size()
                        + " cells, other than planned from " + A1.cell(0, same) + " on): expected absent or "
                        + expected,
                "rename it or correct the plan's headers");
    }

    Failure anchorMissing(String column, int anchorId) {
        return refuse(
                "anchor-missing",
                "column \"" + column + "\" of " + where + " lost its anchor " + anchorId
                        + ": expected the column that this migration made or adopted",
                "see who deleted it");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : "\"" + text + "\"";
    }

    private static String titles(List<Workbook.Tab> tabs) {
        return tabs.stream().map(found -> "\"" + found.title() + "\"").collect(Collectors.joining(", "));
    }

    private static Failure refuse(String code, String what, String remedy) {
        return Failure.of(FailureClass.FAILED, code, what + "; nothing written; " + remedy);
    }
}
