package dev.sheetway.emulator.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.access.Scope;
import dev.sheetway.emulator.drive.DriveCore;
import dev.sheetway.emulator.drive.DriveRoutes;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.sheets.Ids;
import dev.sheetway.emulator.sheets.SheetsCore;
import dev.sheetway.emulator.sheets.SheetsRoutes;
import dev.sheetway.emulator.sheets.SpreadsheetContent;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.support.Discovery;
import dev.sheetway.emulator.support.Http;
import dev.sheetway.emulator.support.ResponseSchemas;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What we read, answer and allow, held against Google's own descriptions. */
class DiscoveryTest {

    @Test
    void declaresEveryMessageThatItNames() {
        assertThat(Messages.undeclared()).isEmpty();
    }

    @Test
    void declaresTheFieldsAndValuesThatGoogleDeclares() throws IOException {
        Discovery discovery = Discovery.sheets();
        List<String> differences = new ArrayList<>();
        for (String message : Messages.names()) {
            JsonNode properties = discovery.schema(message).path("properties");
            Set<String> theirs = new TreeSet<>();
            properties.fieldNames().forEachRemaining(theirs::add);
            Set<String> ours = new TreeSet<>(Messages.fieldNames(message));
            if (!ours.equals(theirs)) {
                differences.add(message + ": ours " + ours + ", Google's " + theirs);
            }
            for (String field : ours) {
                compare(message, field, properties.path(field), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(String message, String field, JsonNode property, List<String> differences) {
        JsonNode type = property;
        while (type.path("type").asText().equals("array")) {
            type = type.path("items");
        }
        String nested = Messages.nestedMessage(message, field);
        if (nested != null && !nested.equals(type.path("$ref").asText(nested))) {
            differences.add(message + "." + field + ": ours " + nested + ", Google's " + type.path("$ref"));
        }
        List<String> values = Messages.enumValues(message, field);
        if (values != null || type.has("enum")) {
            List<String> theirs = new ArrayList<>();
            type.path("enum").forEach(value -> theirs.add(value.asText()));
            if (!theirs.equals(values)) {
                differences.add(message + "." + field + ": ours " + values + ", Google's " + theirs);
            }
        }
    }

    @Test
    void acceptsForEachMethodTheScopesThatGoogleAccepts() throws IOException {
        try (EmulatorStore store = new EmulatorStore(null)) {
            List<String> differences = new ArrayList<>();
            TreeMap<String, JsonNode> methods = new TreeMap<>();
            collect(Discovery.sheets().document(), methods);
            collect(Discovery.drive().document(), methods);
            compare(routes(store), methods, differences);
            assertThat(differences).isEmpty();
        }
    }

    private static void compare(List<Route> routes, TreeMap<String, JsonNode> methods, List<String> differences) {
        for (Route route : routes) {
            JsonNode method = methods.get(route.id());
            if (method == null) {
                differences.add("Google has no method " + route.id());
                continue;
            }
            Set<String> theirs = new TreeSet<>();
            method.path("scopes").forEach(scope -> {
                String word = scope.asText().substring(scope.asText().lastIndexOf('/') + 1);
                theirs.add(word);
            });
            Set<String> ours = new TreeSet<>();
            for (Scope scope : route.scopes()) {
                ours.add(scope.name().toLowerCase(java.util.Locale.ROOT).replace("_", "."));
            }
            theirs.retainAll(Set.of("spreadsheets", "spreadsheets.readonly", "drive", "drive.file", "drive.readonly"));
            if (!ours.equals(theirs)
                    || !route.method().equals(method.path("httpMethod").asText())) {
                differences.add(route.id() + ": ours " + ours + ", Google's " + theirs);
            }
        }
    }

    private static void collect(JsonNode resource, TreeMap<String, JsonNode> methods) {
        resource.path("methods").forEach(method -> methods.put(method.path("id").asText(), method));
        resource.path("resources").forEach(inner -> collect(inner, methods));
    }

    @Test
    void answersInEveryMethodWhatTheSchemasOfGoogleDescribe() throws IOException {
        Discovery.drive();
        try (Emulator emulator = Emulator.start(EmulatorOptions.inMemory())) {
            emulator.admin().settings("{\"commentUpdateState\":true}");
            Http http = new Http(emulator);
            String id = http.spreadsheet(6, 4, """
                    [{"values":[{"userEnteredValue":{"stringValue":"a"},"note":"n","textFormatRuns":[{"startIndex":0,"format":{"bold":true}}],
                      "userEnteredFormat":{"backgroundColorStyle":{"themeColor":"ACCENT1"},"textFormat":{"foregroundColor":{"red":1}},
                      "borders":{"top":{"style":"SOLID","color":{"blue":0.5}}},"numberFormat":{"type":"TEXT"}},
                      "dataValidation":{"condition":{"type":"ONE_OF_LIST","values":[{"userEnteredValue":"a"}]},"strict":true}}]}]
                    """);
            Http.Answer batch = http.post("/v4/spreadsheets/" + id + ":batchUpdate", """
                    {"includeSpreadsheetInResponse":true,"responseIncludeGridData":true,"requests":[
                     {"addNamedRange":{"namedRange":{"name":"r","range":{"endRowIndex":1}}}},
                     {"createDeveloperMetadata":{"developerMetadata":{"metadataKey":"k","visibility":"DOCUMENT","location":{"spreadsheet":true}}}},
                     {"createDeveloperMetadata":{"developerMetadata":{"metadataKey":"k","visibility":"PROJECT","location":{"sheetId":0}}}},
                     {"createDeveloperMetadata":{"developerMetadata":{"metadataKey":"k","metadataValue":"v","visibility":"DOCUMENT","location":{"dimensionRange":{"dimension":"ROWS","startIndex":1,"endIndex":2}}}}},
                     {"addProtectedRange":{"protectedRange":{"range":{},"unprotectedRanges":[{"endRowIndex":1}],"description":"d"}}},
                     {"addDimensionGroup":{"range":{"dimension":"ROWS","startIndex":1,"endIndex":3}}},
                     {"mergeCells":{"range":{"startRowIndex":3,"endRowIndex":5,"startColumnIndex":0,"endColumnIndex":2}}},
                     {"setBasicFilter":{"filter":{"range":{"endRowIndex":3},"filterSpecs":[{"columnIndex":0,"filterCriteria":{"hiddenValues":["x"]}}]}}},
                     {"addConditionalFormatRule":{"rule":{"ranges":[{"endRowIndex":2}],"booleanRule":{"condition":{"type":"NOT_BLANK"},"format":{"backgroundColor":{"red":1}}}}}},
                     {"updateBorders":{"range":{"endRowIndex":2},"innerHorizontal":{"style":"DASHED"}}},
                     {"updateSheetProperties":{"properties":{"tabColorStyle":{"rgbColor":{"red":1}},"gridProperties":{"frozenRowCount":1}},"fields":"tabColorStyle,gridProperties.frozenRowCount"}},
                     {"addSheet":{"properties":{"title":"t"}}},{"duplicateSheet":{"sourceSheetId":0}},
                     {"findReplace":{"find":"a","replacement":"b","allSheets":true}},
                     {"updateDeveloperMetadata":{"dataFilters":[{"developerMetadataLookup":{"metadataKey":"k"}}],"developerMetadata":{"metadataValue":"w"},"fields":"metadataValue"}},
                     {"deleteDeveloperMetadata":{"dataFilter":{"developerMetadataLookup":{"locationType":"SHEET"}}}}]}
                    """);
            assertThat(batch.status()).as(batch.message()).isEqualTo(200);
            Calls.all(http, id);
            Set<String> missing = new TreeSet<>(ResponseSchemas.described());
            missing.retainAll(emulatedMethods());
            missing.removeAll(http.answered());
            assertThat(missing).as("methods of which no answer was seen").isEmpty();
        }
    }

    private static Set<String> emulatedMethods() {
        try (EmulatorStore store = new EmulatorStore(null)) {
            Set<String> ids = new TreeSet<>();
            routes(store).forEach(route -> ids.add(route.id()));
            return ids;
        }
    }

    private static List<Route> routes(EmulatorStore store) {
        Ids ids = new Ids(new Random(1));
        SpreadsheetContent content = new SpreadsheetContent(ids, Settings::defaults, resource -> new byte[0]);
        List<Route> routes =
                new ArrayList<>(SheetsRoutes.of(new SheetsCore(store, Settings::defaults, ids, Clock.systemUTC())));
        routes.addAll(DriveRoutes.of(new DriveCore(store, Settings::defaults, ids::file, Clock.systemUTC(), content)));
        return routes;
    }
}
