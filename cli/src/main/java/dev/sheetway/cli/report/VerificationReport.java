package dev.sheetway.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.wire.Json;
import java.util.List;

/** {@code verification_report.json}; no success without checks. */
final class VerificationReport {
    private VerificationReport() {}

    static ObjectNode of(Report report) {
        CheckReport checks = report.checks().orElse(new CheckReport(List.of()));
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("migrationId", report.migration().id().toString());
        json.put("spreadsheetId", report.migration().spreadsheetId().value());
        json.put("source", report.source());
        json.put("success", checks.total() > 0 && checks.success());
        json.put("checks_passed", checks.passed());
        json.put("checks_total", checks.total());
        ArrayNode array = json.putArray("checks");
        checks.checks().forEach(check -> array.add(check(check)));
        return json;
    }

    private static ObjectNode check(Check check) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("id", check.id());
        json.put("passed", check.passed());
        json.put("expected", check.expected());
        json.put("actual", check.actual());
        ArrayNode differences = json.putArray("differences");
        check.differences().forEach(difference -> differences
                .addObject()
                .put("row", difference.row())
                .put("column", difference.column())
                .put("kind", difference.kind()));
        return json;
    }
}
