package dev.sheetway.cli.report;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** {@code report.html}: one file without a script and without anything outside itself, for screens and for paper. */
final class HtmlReport {
    private static final String STYLE = style();

    private HtmlReport() {}

    static String of(Report report) {
        MigrationView migration = report.migration();
        Headline headline = Headline.of(migration);
        String title = title(migration);
        Html html = new Html();
        html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .markup("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
                .element("title", "", headline.word() + ": " + title)
                .markup("\n<style>\n" + STYLE + "</style></head>\n<body><main>\n");
        html.block("h1", "", h1 -> h1.text(title));
        Overview.write(html, report, headline);
        Proofs.write(html, report);
        HeaderRows.write(html, report);
        footer(html, migration);
        return html.markup("</main></body></html>\n").toString();
    }

    private static String title(MigrationView migration) {
        String what =
                switch (migration.kind()) {
                    case "preview" -> "preview of ";
                    case "verification" -> "verification of ";
                    case "baseline" -> "baseline of ";
                    default -> "";
                };
        return what
                + migration.planName()
                + migration
                        .accepted()
                        .map(accepted -> versions(accepted.plan()))
                        .orElse("");
    }

    private static String versions(MigrationPlan plan) {
        return plan.from().equals(plan.to()) ? " " + plan.to() : " " + plan.from() + " → " + plan.to();
    }

    private static void footer(Html html, MigrationView migration) {
        html.block(
                "footer",
                "",
                footer -> footer.text("Made by Sheetway from the "
                        + migration.entries().size() + " journal entries "
                        + migration.entries().getFirst().place() + " to "
                        + migration.entries().getLast().place() + ", the newest of "
                        + Times.utc(migration.until())
                        + ". Anybody who may read the journal can make it again. No cell's content stands in it."));
    }

    /** What a list of lines looks like. */
    static void lines(Html html, List<String> lines) {
        html.block("ul", "lines", ul -> lines.forEach(line -> ul.element("li", "", line)));
    }

    private static String style() {
        try (InputStream file = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(
                    Objects.requireNonNull(file, "report.css is missing from the program")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
