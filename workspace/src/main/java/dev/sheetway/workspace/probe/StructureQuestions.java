package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Columns that are inserted or deleted where something lies over them, and reads beyond the grid. */
final class StructureQuestions {
    private StructureQuestions() {}

    static List<Experiment> all() {
        return List.of(
                new Experiment(
                        Question.switched(
                                "deleteDimensionThroughMerge",
                                "Can a column be deleted that cuts a merged range?",
                                "APPLY",
                                "REFUSE"),
                        StructureQuestions::throughMerge),
                new Experiment(
                        Question.fixed(
                                "deleteDimensionThroughProtection",
                                "May an editor of a protected range delete a column of it?",
                                "APPLY"),
                        StructureQuestions::throughProtection),
                new Experiment(
                        Question.fixed(
                                "deleteDimensionThroughArrayFormula",
                                "Can a column be deleted into which an array formula spills?",
                                "APPLY"),
                        StructureQuestions::throughArrayFormula),
                new Experiment(
                        Question.switched(
                                "insertedDimensionValidation",
                                "Does an inserted column take over its neighbour's validation?",
                                "NONE",
                                "INHERIT"),
                        StructureQuestions::insertedValidation),
                new Experiment(
                        Question.fixed(
                                "brokenReference",
                                "Does a #REF! stay when a column is put back where the deleted one was?",
                                "STAYS"),
                        StructureQuestions::brokenReference),
                new Experiment(
                        Question.switched(
                                "partiallyOutOfGridRead",
                                "Is values.get of a range that ends outside the grid refused or cut?",
                                "REFUSE",
                                "CLAMP"),
                        bench -> outOfGrid(bench, "/values/", "")),
                new Experiment(
                        Question.switchedBy(
                                "partiallyOutOfGridRead",
                                "partiallyOutOfGridGet",
                                "Is spreadsheets.get of a range that ends outside the grid refused or cut?",
                                "REFUSE",
                                "CLAMP"),
                        bench -> outOfGrid(bench, "?fields=sheets.data.startRow&ranges=", "")));
    }

    private static Answer throughMerge(Bench bench) {
        Tab tab = bench.tab(2, 4);
        bench.must(
                "a merged range",
                "{'mergeCells':{'range':%s,'mergeType':'MERGE_ALL'}}".formatted(Ask.grid(tab.sheetId(), 0, 1, 1, 3)));
        return delete(bench, tab, 2);
    }

    private static Answer throughProtection(Bench bench) {
        Tab tab = bench.tab(2, 4);
        bench.must("a protected range", Ask.protect(Ask.grid(tab.sheetId(), 0, 2, 1, 3)));
        return delete(bench, tab, 2);
    }

    private static Answer throughArrayFormula(Bench bench) {
        Tab tab = bench.tab(2, 6, "'numberValue':1", "'numberValue':2", "'formulaValue':'=ARRAYFORMULA(A1:B1)'");
        return delete(bench, tab, 3);
    }

    private static Answer delete(Bench bench, Tab tab, int column) {
        return Answer.either(bench.batch(Ask.deleteColumns(tab.sheetId(), column, column + 1)), "APPLY", "REFUSE");
    }

    private static Answer insertedValidation(Bench bench) {
        Tab tab = bench.tab(2, 3);
        bench.must(
                "validation and a column beside it",
                Ask.allowOnly(Ask.grid(tab.sheetId(), 0, 2, 1, 2), "a"),
                Ask.insertColumns(tab.sheetId(), 2, 3, true));
        Reply reply = Bench.required(
                "a read", bench.get("?fields=sheets.data.rowData.values.dataValidation&ranges=" + tab.range("A1:D2")));
        JsonNode cells = reply.at("/sheets/0/data/0/rowData/0/values");
        if (!cells.path(1).has("dataValidation")) {
            return Answer.unclear("the neighbour itself has no validation");
        }
        return Answer.of(cells.path(2).has("dataValidation") ? "INHERIT" : "NONE", reply);
    }

    private static Answer brokenReference(Bench bench) {
        Tab tab = bench.tab(2, 3, "'numberValue':1", "'numberValue':2", "'formulaValue':'=A1+B1'");
        bench.must("deleting a column", Ask.deleteColumns(tab.sheetId(), 0, 1));
        bench.must("putting a column back", Ask.insertColumns(tab.sheetId(), 0, 1, false));
        Reply reply = Bench.required(
                "a read",
                bench.get("?fields=sheets.data.rowData.values.userEnteredValue&ranges=" + tab.range("A1:C1")));
        String formula = reply.at("/sheets/0/data/0/rowData/0/values/2/userEnteredValue/formulaValue")
                .asText();
        return Answer.of(formula.contains("#REF!") ? "STAYS" : "HEALS", reply);
    }

    private static Answer outOfGrid(Bench bench, String before, String after) {
        Tab tab = bench.tab(2, 2, "'numberValue':1");
        return Answer.either(bench.get(before + tab.range("A1:D4") + after), "CLAMP", "REFUSE");
    }
}
