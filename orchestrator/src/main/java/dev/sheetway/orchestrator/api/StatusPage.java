package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.api.StatusResource.Status;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of migrations as one plain page without scripts. */
final class StatusPage {
    private static final List<String> HEADINGS =
            List.of("Migration", "Spreadsheet", "Kind", "Plan", "State", "Step", "Requested by", "Accepted", "Updated");

    private StatusPage() {}

    static String of(Status status) {
        String rows = status.migrations().stream().map(StatusPage::row).collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
                <meta name="viewport" content="width=device-width"><title>Sheetway</title>
                <style>
                body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; }
                table { border-collapse: collapse; width: 100%%; }
                th, td { text-align: left; padding: .3rem .7rem; border-bottom: 1px solid #8884; white-space: nowrap; }
                div { overflow-x: auto; }
                </style></head><body>
                <h1>Sheetway</h1>
                <p>%d migrations and previews known here; the saga is %s.</p>
                <div><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table></div>
                </body></html>
                """.formatted(status.migrations().size(), escaped(status.state()), cells("th", HEADINGS.stream()), rows);
    }

    private static String row(MigrationStatus each) {
        return "<tr>"
                + cells(
                        "td",
                        Stream.of(
                                each.migrationId(),
                                each.spreadsheetId(),
                                each.kind(),
                                each.plan() + " " + each.from() + " to " + each.to(),
                                each.state(),
                                each.step(),
                                each.requestedBy(),
                                each.acceptedAt().toString(),
                                each.updatedAt().toString()))
                + "</tr>";
    }

    private static String cells(String tag, Stream<String> texts) {
        return texts.map(text -> "<" + tag + ">" + escaped(text) + "</" + tag + ">")
                .collect(Collectors.joining());
    }

    /** Requests come from anybody: their texts are never markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
