package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a rollback stands on: several things in one batch, and what the answer shows of them. */
final class BatchQuestions {
    private static final String TEXT = "'stringValue':'x'";
    private static final String NUMBER = "'numberValue':1";

    private BatchQuestions() {}

    static List<Experiment> all() {
        return List.of(
                new Experiment(
                        Question.switched(
                                "copyPasteThenDeleteInOneBatch",
                                "Can one batch make a tab, copy columns into it, and delete them where they were?",
                                "APPLY",
                                "REFUSE"),
                        BatchQuestions::copyThenDelete),
                new Experiment(
                        Question.fixed(
                                "includeSpreadsheetInResponse",
                                "Does the spreadsheet in a batch's answer show the state after the batch?",
                                "AFTER"),
                        BatchQuestions::spreadsheetInResponse),
                new Experiment(
                        Question.fixed(
                                "gridDataInResponse",
                                "Does a field mask bring cells into a batch's answer?",
                                "PRESENT",
                                "ABSENT"),
                        BatchQuestions::gridDataInResponse),
                new Experiment(
                        Question.switched(
                                "commentUpdateState",
                                "Does a batch's answer carry commentUpdateState?",
                                "false",
                                "true"),
                        BatchQuestions::commentUpdateState));
    }

    private static Answer copyThenDelete(Bench bench) {
        Tab tab = bench.tab(2, 3, NUMBER, TEXT, "'formulaValue':'=A1'");
        int archive = bench.number(2);
        Reply reply = bench.batch(
                Ask.addSheet(archive, bench.nextTitle(), 2, 1),
                "{'copyPaste':{'source':%s,'destination':%s,'pasteType':'PASTE_NORMAL'}}"
                        .formatted(Ask.grid(tab.sheetId(), 0, 2, 1, 2), Ask.grid(archive, 0, 2, 0, 1)),
                Ask.deleteColumns(tab.sheetId(), 1, 2));
        if (!reply.ok()) {
            return Answer.either(reply, "", "REFUSE");
        }
        String mask =
                "?fields=sheets(properties(sheetId,gridProperties.columnCount),data.rowData.values.userEnteredValue)";
        JsonNode sheets = bench.get(mask + "&ranges=" + tab.range("A1:B1")).at("/sheets");
        JsonNode kept = bench.post(
                        bench.id(),
                        ":getByDataFilter" + mask,
                        "{'dataFilters':[{'gridRange':" + Ask.grid(archive, 0, 1, 0, 1) + "}]}")
                .at("/sheets/0/data/0/rowData/0/values/0/userEnteredValue/stringValue");
        boolean deleted = sheets.at("/0/properties/gridProperties/columnCount").intValue() == 2
                && sheets.at("/0/data/0/rowData/0/values/1/userEnteredValue/formulaValue")
                        .asText()
                        .equals("=A1");
        return Answer.of(deleted && kept.asText().equals("x") ? "APPLY" : Answer.UNCLEAR, reply)
                .noting("copied: " + kept.asText().equals("x") + ", deleted: " + deleted);
    }

    private static Answer spreadsheetInResponse(Bench bench) {
        Tab tab = bench.tab(2, 3);
        Reply reply =
                withSpreadsheet(bench, tab, "updatedSpreadsheet.sheets.properties(sheetId,gridProperties.columnCount)");
        if (!reply.ok()) {
            return Answer.either(reply, "", Answer.UNCLEAR);
        }
        for (JsonNode sheet : reply.at("/updatedSpreadsheet/sheets")) {
            if (sheet.at("/properties/sheetId").asInt() == tab.sheetId()) {
                int columns = sheet.at("/properties/gridProperties/columnCount").intValue();
                return Answer.of(columns == 2 ? "AFTER" : "BEFORE", reply);
            }
        }
        return Answer.of("ABSENT", reply);
    }

    private static Answer gridDataInResponse(Bench bench) {
        Tab tab = bench.tab(2, 3, NUMBER, TEXT, TEXT);
        Reply reply = withSpreadsheet(bench, tab, "updatedSpreadsheet.sheets(data.rowData.values.userEnteredValue)");
        boolean present = reply.at("/updatedSpreadsheet/sheets").findValue("numberValue") != null;
        return Answer.either(reply, present ? "PRESENT" : "ABSENT", Answer.UNCLEAR);
    }

    private static Reply withSpreadsheet(Bench bench, Tab tab, String mask) {
        return bench.post(
                bench.id(),
                ":batchUpdate?fields=" + mask,
                "{'requests':[%s],'includeSpreadsheetInResponse':true,'responseRanges':[\"'%s'!A1:B2\"]}"
                        .formatted(Ask.deleteColumns(tab.sheetId(), 2, 3), tab.title()));
    }

    private static Answer commentUpdateState(Bench bench) {
        Tab tab = bench.tab(1, 1);
        Reply reply = bench.batch(Ask.write(tab.sheetId(), 0, 0, NUMBER));
        return Answer.either(reply, reply.body().has("commentUpdateState") ? "true" : "false", Answer.UNCLEAR);
    }
}
