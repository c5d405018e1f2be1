package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.doctor.Google;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.reconcile.Finding;
import dev.sheetway.cli.reconcile.Reconciliation;
import dev.sheetway.cli.reconcile.SheetReading;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** {@code doctor --reconcile}: reads the spreadsheet, its backups and the journal; writes nothing. */
final class ReconcileOption {
    private static final String SHEETS = "https://www.googleapis.com/auth/spreadsheets.readonly";
    private static final String DRIVE = "https://www.googleapis.com/auth/drive.readonly";

    @Option(
            names = "--reconcile",
            paramLabel = "SPREADSHEET",
            converter = SpreadsheetArgument.class,
            description = "tell what is known of a spreadsheet from what Sheetway left on it and on its backups alone,"
                    + " and where the journal says otherwise; id or URL")
    Optional<SpreadsheetId> spreadsheet = Optional.empty();

    boolean wanted() {
        return spreadsheet.isPresent();
    }

    /** @param emulator empty: Google itself */
    Exit run(Optional<URI> emulator, ConnectionOption connection, OutputOption output, Console console) {
        SpreadsheetId id = spreadsheet.orElseThrow();
        Optional<List<MigrationView>> journal = journal(connection, id, console);
        Set<MigrationId> known = journal.orElse(List.of()).stream()
                .map(MigrationView::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            SheetReading sheet = SheetReading.of(connect(emulator), id, known);
            List<Finding> findings = Reconciliation.of(sheet, journal);
            output.print(console, json(sheet, findings), text(sheet, findings));
            return findings.stream().allMatch(Finding::agrees) ? Exit.DONE : Exit.PERSON_NEEDED;
        } catch (GatewayException failed) {
            throw Google.explain(failed.failure());
        }
    }

    /** A journal that cannot be read is one of the things that this command is for. */
    private static Optional<List<MigrationView>> journal(
            ConnectionOption connection, SpreadsheetId id, Console console) {
        try {
            return Optional.of(Migrations.of(connection.connect(), id).migrations());
        } catch (CliFailure unreachable) {
            console.error("the journal is left out: " + unreachable.getMessage());
            return Optional.empty();
        }
    }

    private static GoogleWorkspace connect(Optional<URI> emulator) {
        return GoogleWorkspace.connect(emulator.map(root -> GatewaySettings.of(root, TokenSource.fixed("owner")))
                .orElseGet(() ->
                        GatewaySettings.of(GatewaySettings.GOOGLE, TokenSource.applicationDefault(SHEETS, DRIVE))));
    }

    private static ObjectNode json(SheetReading sheet, List<Finding> findings) {
        ObjectNode node = Json.mapper().createObjectNode().put("spreadsheet", sheet.summary());
        ArrayNode array = node.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode one = array.addObject();
            finding.migration().ifPresent(id -> one.put("migrationId", id));
            one.put("agrees", finding.agrees()).put("what", finding.what()).put("next", finding.next());
        }
        return node;
    }

    private static String text(SheetReading sheet, List<Finding> findings) {
        StringBuilder text = new StringBuilder(sheet.summary());
        for (Finding finding : findings) {
            text.append(finding.agrees() ? "\n  agree    " : "\n  DIFFERS  ")
                    .append(finding.migration()
                            .map(id -> "migration " + id + "\n           ")
                            .orElse(""))
                    .append(finding.what());
            if (!finding.next().isEmpty()) {
                text.append("\n           ").append(finding.next());
            }
        }
        return findings.isEmpty() ? text + "\n  nothing of Sheetway is on it" : text.toString();
    }
}
