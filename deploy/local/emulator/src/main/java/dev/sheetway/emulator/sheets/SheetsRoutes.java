package dev.sheetway.emulator.sheets;

import static dev.sheetway.emulator.access.Scope.DRIVE;
import static dev.sheetway.emulator.access.Scope.DRIVE_FILE;
import static dev.sheetway.emulator.access.Scope.DRIVE_READONLY;
import static dev.sheetway.emulator.access.Scope.SPREADSHEETS;
import static dev.sheetway.emulator.access.Scope.SPREADSHEETS_READONLY;

import dev.sheetway.emulator.access.Scope;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.http.Service;
import java.util.List;
import java.util.Set;

/** The 17 methods of the Sheets API with their scopes [DISC]: read-only scopes do not reach data filters and metadata. */
public final class SheetsRoutes {

    private static final Set<Scope> FULL = Set.of(SPREADSHEETS, DRIVE, DRIVE_FILE);
    private static final Set<Scope> READ =
            Set.of(SPREADSHEETS, SPREADSHEETS_READONLY, DRIVE, DRIVE_FILE, DRIVE_READONLY);

    private SheetsRoutes() {}

    public static List<Route> of(SheetsCore core) {
        SpreadsheetMethods spreadsheets = new SpreadsheetMethods(core);
        ValuesMethods values = new ValuesMethods(core);
        FilteredValues filtered = new FilteredValues(core);
        return List.of(
                route("create", true, FULL, "POST", "", spreadsheets::create),
                route("get", false, READ, "GET", "{spreadsheetId}", spreadsheets::get),
                route("batchUpdate", true, FULL, "POST", "{spreadsheetId}:batchUpdate", spreadsheets::batchUpdate),
                route(
                        "getByDataFilter",
                        false,
                        FULL,
                        "POST",
                        "{spreadsheetId}:getByDataFilter",
                        spreadsheets::getByDataFilter),
                route(
                        "developerMetadata.get",
                        false,
                        FULL,
                        "GET",
                        "{spreadsheetId}/developerMetadata/{metadataId}",
                        spreadsheets::metadata),
                route(
                        "developerMetadata.search",
                        false,
                        FULL,
                        "POST",
                        "{spreadsheetId}/developerMetadata:search",
                        spreadsheets::searchMetadata),
                route(
                        "sheets.copyTo",
                        true,
                        FULL,
                        "POST",
                        "{spreadsheetId}/sheets/{sheetId}:copyTo",
                        spreadsheets::copyTo),
                route("values.get", false, READ, "GET", "{spreadsheetId}/values/{range}", values::get),
                route("values.batchGet", false, READ, "GET", "{spreadsheetId}/values:batchGet", values::batchGet),
                route("values.update", true, FULL, "PUT", "{spreadsheetId}/values/{range}", values::update),
                route(
                        "values.batchUpdate",
                        true,
                        FULL,
                        "POST",
                        "{spreadsheetId}/values:batchUpdate",
                        values::batchUpdate),
                route("values.append", true, FULL, "POST", "{spreadsheetId}/values/{range}:append", values::append),
                route("values.clear", true, FULL, "POST", "{spreadsheetId}/values/{range}:clear", values::clear),
                route("values.batchClear", true, FULL, "POST", "{spreadsheetId}/values:batchClear", values::batchClear),
                route(
                        "values.batchGetByDataFilter",
                        false,
                        FULL,
                        "POST",
                        "{spreadsheetId}/values:batchGetByDataFilter",
                        filtered::get),
                route(
                        "values.batchUpdateByDataFilter",
                        true,
                        FULL,
                        "POST",
                        "{spreadsheetId}/values:batchUpdateByDataFilter",
                        filtered::update),
                route(
                        "values.batchClearByDataFilter",
                        true,
                        FULL,
                        "POST",
                        "{spreadsheetId}/values:batchClearByDataFilter",
                        filtered::clear));
    }

    private static Route route(
            String name, boolean write, Set<Scope> scopes, String method, String path, Route.Handler handler) {
        String full = path.isEmpty() ? "v4/spreadsheets" : "v4/spreadsheets/" + path;
        return new Route(
                Service.SHEETS,
                "sheets.spreadsheets." + name,
                write,
                scopes,
                method,
                List.of(full.split("/")),
                handler);
    }
}
