package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What becomes of cells that are written. */
final class CellQuestions {
    private static final double FINE = 0.30000000000000004;

    private CellQuestions() {}

    static List<Experiment> all() {
        return List.of(
                new Experiment(
                        Question.fixed(
                                "textThatLooksLikeAFormula",
                                "Does a stringValue that begins with = stay a text?",
                                "STAYS_TEXT"),
                        CellQuestions::looksLikeAFormula),
                new Experiment(
                        Question.fixed(
                                "emptyText", "What does an empty stringValue leave behind?", "BLANK", "EMPTY_TEXT"),
                        CellQuestions::emptyText),
                new Experiment(
                        Question.fixed(
                                "numberPrecision", "Is a number of 17 digits read back as the same double?", "DOUBLE"),
                        CellQuestions::precision),
                new Experiment(
                        Question.fixed(
                                "strictValidationOnWrites",
                                "Does strict validation block a write of the API?",
                                "ALLOWED"),
                        CellQuestions::strictValidation),
                new Experiment(
                        Question.fixed("hiddenRowOnWrites", "Does a hidden row block a write of the API?", "ALLOWED"),
                        CellQuestions::hiddenRow),
                new Experiment(
                        Question.fixed("appendBelowTheGrid", "Does values.append grow a full grid?", "GROWS"),
                        CellQuestions::append));
    }

    private static Answer looksLikeAFormula(Bench bench) {
        JsonNode value = written(bench, "'stringValue':'=1+1'");
        return Answer.seen(value.path("stringValue").asText().equals("=1+1") ? "STAYS_TEXT" : "CHANGED", "");
    }

    private static Answer emptyText(Bench bench) {
        JsonNode value = written(bench, "'stringValue':''");
        return Answer.seen(value.has("stringValue") ? "EMPTY_TEXT" : "BLANK", "");
    }

    private static Answer precision(Bench bench) {
        JsonNode value = written(bench, "'numberValue':" + FINE);
        return Answer.seen(value.path("numberValue").doubleValue() == FINE ? "DOUBLE" : "ROUNDED", "");
    }

    /** What stands in a cell that {@code value} was written into. */
    private static JsonNode written(Bench bench, String value) {
        Tab tab = bench.tab(1, 2, value, "'numberValue':1");
        return Bench.required(
                        "a read",
                        bench.get("?fields=sheets.data.rowData.values.userEnteredValue&ranges=" + tab.range("A1:B1")))
                .at("/sheets/0/data/0/rowData/0/values/0/userEnteredValue");
    }

    private static Answer strictValidation(Bench bench) {
        Tab tab = bench.tab(1, 1);
        bench.must("validation", Ask.allowOnly(Ask.grid(tab.sheetId(), 0, 1, 0, 1), "a"));
        return Answer.either(bench.batch(Ask.write(tab.sheetId(), 0, 0, "'stringValue':'b'")), "ALLOWED", "REFUSE");
    }

    private static Answer hiddenRow(Bench bench) {
        Tab tab = bench.tab(2, 1);
        bench.must(
                "a hidden row",
                "{'updateDimensionProperties':{'range':{'sheetId':%d,'dimension':'ROWS','startIndex':0,'endIndex':1},'properties':{'hiddenByUser':true},'fields':'hiddenByUser'}}"
                        .formatted(tab.sheetId()));
        return Answer.either(bench.batch(Ask.write(tab.sheetId(), 0, 0, "'stringValue':'b'")), "ALLOWED", "REFUSE");
    }

    /** The product never appends; neighbours of it on the same spreadsheet do. */
    private static Answer append(Bench bench) {
        Tab tab = bench.tab(1, 1, "'numberValue':1");
        Reply reply = bench.post(
                bench.id(),
                "/values/" + tab.range("A1") + ":append?valueInputOption=RAW&insertDataOption=OVERWRITE",
                "{'values':[[2]]}");
        return Answer.either(reply, "GROWS", "REFUSE");
    }
}
