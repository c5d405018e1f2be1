package dev.sheetway.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.admin.AdminEndpoint;
import dev.sheetway.emulator.admin.Workbooks;
import dev.sheetway.emulator.faults.FaultGate;
import dev.sheetway.emulator.settings.Settings;

/** The admin endpoint's functions for tests in the same JVM. JSON forms are those of the endpoint. */
public final class EmulatorAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workbooks workbooks;
    private final FaultGate gate;
    private final AdminEndpoint.SettingsBox settings;

    EmulatorAdmin(Workbooks workbooks, FaultGate gate, AdminEndpoint.SettingsBox settings) {
        this.workbooks = workbooks;
        this.gate = gate;
        this.settings = settings;
    }

    /** Imports an .xlsx or .csv file; empty id and title take a new id and the file's own title. */
    public ObjectNode importWorkbook(byte[] bytes, String fileName, String id, String title) {
        return workbooks.importBytes(bytes, fileName, id, title);
    }

    /** Imports a Spreadsheet resource in which formulas carry their results as {@code effectiveValue}. */
    public ObjectNode importSpreadsheet(ObjectNode resource, String id) {
        return workbooks.importResource(resource, id, "");
    }

    public byte[] exportWorkbook(String spreadsheetId) {
        return workbooks.exportBytes(spreadsheetId);
    }

    /** Requests of all spreadsheets: {@code {"total","reads","writes","methods":{…}}}. */
    public ObjectNode counts() {
        return gate.counts().json(null);
    }

    public ObjectNode counts(String spreadsheetId) {
        return gate.counts().json(spreadsheetId);
    }

    public void clearCounts() {
        gate.counts().clear();
    }

    /** Replaces the faults by a JSON list of rules or a schedule. */
    public void faults(String json) {
        gate.set(parse(json));
    }

    /** The rules with how often each has fired. */
    public ObjectNode faults() {
        return gate.json();
    }

    public void clearFaults() {
        gate.clear();
    }

    /** Changes the settings that a JSON object names. */
    public Settings settings(String json) {
        return settings.change(parse(json));
    }

    public Settings settings() {
        return settings.get();
    }

    public void resetSettings() {
        settings.reset();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
