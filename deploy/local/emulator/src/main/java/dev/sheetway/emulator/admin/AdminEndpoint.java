package dev.sheetway.emulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.faults.FaultGate;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiRequest;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.HttpShell;
import dev.sheetway.emulator.settings.Settings;
import java.util.List;

/** {@code /_emulator/…}: health, workbooks, counts, faults, settings. Reached from this machine alone. */
public final class AdminEndpoint implements HttpShell.Endpoint {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Workbooks workbooks;
    private final FaultGate gate;
    private final SettingsBox settings;

    public AdminEndpoint(Workbooks workbooks, FaultGate gate, SettingsBox settings) {
        this.workbooks = workbooks;
        this.gate = gate;
        this.settings = settings;
    }

    @Override
    public ApiResponse handle(ApiRequest request) {
        List<String> path = request.path().subList(1, request.path().size());
        String resource = path.isEmpty() ? "" : path.getFirst();
        return switch (request.method() + " " + resource) {
            case "GET health" ->
                ApiResponse.json(JsonNodeFactory.instance.objectNode().put("status", "UP"));
            case "POST workbooks" -> importWorkbook(request);
            case "GET workbooks" -> exported(path);
            case "GET counts" ->
                ApiResponse.json(gate.counts().json(request.query().get("spreadsheetId")));
            case "DELETE counts" -> {
                gate.counts().clear();
                yield ApiResponse.noContent();
            }
            case "GET faults" -> ApiResponse.json(gate.json());
            case "PUT faults" -> {
                gate.set(request.json());
                yield ApiResponse.json(gate.json());
            }
            case "POST faults" -> {
                gate.add(request.json());
                yield ApiResponse.json(gate.json());
            }
            case "DELETE faults" -> {
                String id = request.query().get("spreadsheetId");
                if (id == null) {
                    gate.clear();
                } else {
                    gate.clear(id);
                }
                yield ApiResponse.noContent();
            }
            case "GET settings" -> ApiResponse.json(settings.get().json());
            case "PUT settings" ->
                ApiResponse.json(settings.change(request.json()).json());
            case "DELETE settings" -> ApiResponse.json(settings.reset().json());
            default ->
                throw new ApiException(
                        404,
                        "NOT_FOUND",
                        "notFound",
                        "global",
                        "no such admin resource: " + request.method() + " /_emulator/" + String.join("/", path),
                        List.of());
        };
    }

    private ApiResponse importWorkbook(ApiRequest request) {
        String fileName = request.headers().get("X-File-Name");
        if (fileName == null || fileName.isBlank()) {
            throw ApiException.invalid("send the name of the workbook in the header X-File-Name");
        }
        String id = request.query().get("id");
        String title = request.query().get("title");
        ObjectNode imported = workbooks.importBytes(
                request.body().bytes(), decoded(fileName), id == null ? "" : id, title == null ? "" : title);
        return ApiResponse.json(imported);
    }

    /** The header may hold a percent-encoded name, since headers are ASCII. */
    private static String decoded(String fileName) {
        return java.net.URLDecoder.decode(fileName.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private ApiResponse exported(List<String> path) {
        if (path.size() == 1) {
            return ApiResponse.json(workbooks.list());
        }
        if (path.size() == 3 && path.get(2).equals("export")) {
            return ApiResponse.bytes(XLSX, workbooks.exportBytes(path.get(1)));
        }
        throw ApiException.notFound();
    }

    /** Where the settings are kept; several threads read and change them. */
    public static final class SettingsBox {

        private volatile Settings settings = Settings.defaults();

        public Settings get() {
            return settings;
        }

        public synchronized Settings change(JsonNode changes) {
            settings = settings.with(changes);
            return settings;
        }

        public Settings reset() {
            settings = Settings.defaults();
            return settings;
        }
    }
}
