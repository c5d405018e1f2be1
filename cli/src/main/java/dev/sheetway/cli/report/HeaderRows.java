package dev.sheetway.cli.report;

import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of the page: the header before and after, what the plan changed, where cells are kept. */
final class HeaderRows {
    private HeaderRows() {}

    static void write(Html html, Report report) {
        report.previewed().ifPresent(previewed -> preview(html, previewed));
        report.opened()
                .map(StepResult.Opened::headers)
                .filter(headers -> report.previewed().isEmpty() && !headers.isEmpty())
                .ifPresent(headers -> live(html, report, headers));
        archived(html, report.archived());
    }

    private static void live(Html html, Report report, List<String> headers) {
        report.expanded()
                .ifPresentOrElse(
                        expanded -> {
                            list(html, "Header before", Headers.before(headers, expanded));
                            list(html, "Header after expand", Headers.after(headers, expanded));
                            changes(html, expanded);
                        },
                        () -> list(html, "Header before", Headers.plain(headers)));
        report.contracted()
                .ifPresent(contracted -> html.block(
                        "p",
                        "",
                        p -> p.text("After the rollback: " + contracted.columnsAfter() + " columns; "
                                + contracted.summary() + ".")));
    }

    private static void preview(Html html, StepResult.Previewed previewed) {
        list(html, "Header now", Headers.plain(previewed.headersBefore()));
        List<String> left = new ArrayList<>(previewed.headersBefore());
        list(
                html,
                "Header as it would be",
                previewed.headersAfter().stream()
                        .map(text -> new Headers.Column(text, left.remove(text) ? Headers.Mark.SAME : Headers.Mark.NEW))
                        .toList());
        if (!previewed.requests().isEmpty()) {
            html.block("h3", "", h3 -> h3.text("Requests of the one batch"));
            HtmlReport.lines(html, previewed.requests());
        }
        if (!previewed.warnings().isEmpty()) {
            html.block("h3", "", h3 -> h3.text("Warnings"));
            HtmlReport.lines(html, previewed.warnings());
        }
    }

    private static void list(Html html, String title, List<Headers.Column> columns) {
        html.block("h2", "", h2 -> h2.text(title + ": " + columns.size() + " columns"));
        html.block("ol", "header", ol -> {
            for (int i = 0; i < columns.size(); i++) {
                column(ol, Letters.of(i), columns.get(i));
            }
        });
    }

    private static void column(Html ol, String letters, Headers.Column column) {
        String style =
                column.mark() == Headers.Mark.SAME ? "" : column.mark().name().toLowerCase(Locale.ROOT);
        ol.element("li", style, li -> {
            li.element("span", "at", letters).element("span", "name", column.text());
            if (column.mark() != Headers.Mark.SAME) {
                li.element("em", "", column.mark().word());
            }
        });
    }

    private static void changes(Html html, StepResult.Expanded expanded) {
        if (!expanded.changed().isEmpty()) {
            html.block("h3", "", h3 -> h3.text("Changes of what was there"));
            HtmlReport.lines(
                    html, expanded.changed().stream().map(HeaderRows::text).toList());
        }
    }

    private static String text(Changed changed) {
        return "“" + changed.was() + "” " + changed.kind().words()
                + (changed.name().equals(changed.was()) ? "" : " to “" + changed.name() + "”")
                + (changed.cells() > 0 ? ", " + changed.cells() + " cells written" : "");
    }

    private static void archived(Html html, Archived archived) {
        switch (archived) {
            case Archived.Nothing nothing -> {}
            case Archived.NotRead unread -> {
                html.block("h2", "", h2 -> h2.text("Kept in hidden tabs"));
                html.block("p", "bad", p -> p.text("Not read: " + unread.why()));
                HtmlReport.lines(
                        html,
                        unread.tabs().stream()
                                .map(tab -> "hidden tab “" + tab + "”")
                                .toList());
            }
            case Archived.Read read -> {
                html.block("h2", "", h2 -> h2.text("Kept in hidden tabs"));
                html.block(
                        "p",
                        "note",
                        p -> p.text(
                                "Cells of columns that were deleted or changed, as they stood in that instant. They are"
                                        + " in the workbook itself (menu View, Hidden sheets) and in the files beside this page."));
                HtmlReport.lines(html, tabs(read));
            }
        }
    }

    private static List<String> tabs(Archived.Read read) {
        List<String> lines = new ArrayList<>();
        read.tabs()
                .forEach(tab -> lines.add("hidden tab “" + tab.title() + "”: "
                        + tab.cells().size() + (tab.cells().size() == 1 ? " cell of " : " cells of ")
                        + (tab.headers().isEmpty() ? "no column" : "“" + String.join("”, “", tab.headers()) + "”")
                        + ", " + tab.byPeople() + " of them other than what the plan wrote; file " + tab.file()));
        read.gone()
                .forEach(title -> lines.add("hidden tab “" + title
                        + "” is gone: somebody deleted or renamed it; the version history of the spreadsheet has it"));
        return lines;
    }
}
