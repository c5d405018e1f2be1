package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.drift.Drift;
import dev.sheetway.cli.drift.DriftFinder;
import dev.sheetway.cli.drift.KnownTable;
import dev.sheetway.cli.drift.LiveTable;
import dev.sheetway.cli.live.LiveSheets;
import dev.sheetway.cli.live.TableReader;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people did to the tables that Sheetway knows.
 *
 * @param unread why nothing is said of the live sheet; empty: it was read
 */
record DriftReport(String source, List<Found> tables, Optional<String> unread) {
    DriftReport {
        tables = List.copyOf(tables);
    }

    /** One table and its drift. */
    record Found(KnownTable table, List<Drift> drifts) {
        Found {
            drifts = List.copyOf(drifts);
        }
    }

    /** No call where no table is known; a call that fails is told, because the journal is worth reading without it. */
    static DriftReport read(LiveSheets sheets, SpreadsheetId spreadsheet, List<KnownTable> tables) {
        TableReader reader = new TableReader(sheets.reader(), spreadsheet);
        List<Found> found = new ArrayList<>();
        try {
            for (KnownTable table : tables) {
                Optional<LiveTable> live = reader.read(table);
                found.add(new Found(
                        table, live.map(now -> DriftFinder.find(table, now)).orElseGet(() -> gone(table))));
            }
        } catch (GatewayException failed) {
            return new DriftReport(
                    sheets.source(),
                    List.of(),
                    Optional.of(
                            failed.failure().code() + ": " + failed.failure().message()));
        }
        return new DriftReport(sheets.source(), found, Optional.empty());
    }

    private static List<Drift> gone(KnownTable table) {
        return List.of(new Drift(Drift.Kind.TAB_DELETED, "", "tab \"" + table.tab() + "\" was deleted"));
    }

    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("checked", unread.isEmpty());
        json.put("source", source);
        unread.ifPresent(reason -> json.put("reason", reason));
        ArrayNode array = json.putArray("tables");
        tables.forEach(found -> array.add(json(found)));
        return json;
    }

    private static ObjectNode json(Found found) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("tab", found.table().tab());
        json.put("planName", found.table().planName());
        json.put("version", found.table().version());
        json.put("columns", found.table().size());
        ArrayNode array = json.putArray("drift");
        found.drifts().forEach(drift -> array.addObject()
                .put("kind", drift.kind().wireName())
                .put("column", drift.column())
                .put("message", drift.message()));
        return json;
    }

    String text() {
        if (unread.isPresent()) {
            return "drift: not known, the live sheet could not be read: " + unread.get();
        }
        return tables.isEmpty()
                ? "drift: no table is known yet; ./sheetway baseline adopts one"
                : tables.stream().map(DriftReport::text).collect(Collectors.joining("\n"));
    }

    private static String text(Found found) {
        KnownTable table = found.table();
        String where = "tab \"" + table.tab() + "\" (" + table.planName() + " " + table.version() + ", " + table.size()
                + " columns)";
        return found.drifts().isEmpty()
                ? "drift: none in " + where
                : "drift in " + where + ":\n"
                        + found.drifts().stream()
                                .map(drift -> "  " + drift.kind().wireName() + ": " + drift.message())
                                .collect(Collectors.joining("\n"));
    }
}
