package dev.sheetway.workspace.probe;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.ArrayList;
import java.util.List;

/** Every open question, in the order in which they are put. */
final class Catalogue {
    private Catalogue() {}

    static List<Experiment> of(ProbeOptions options) {
        List<Experiment> all = new ArrayList<>(SlotQuestions.all());
        all.addAll(BatchQuestions.all());
        all.addAll(StructureQuestions.all());
        all.addAll(CellQuestions.all());
        FileCopy copy = new FileCopy(options.folderId());
        all.addAll(CopyQuestions.all(copy, options.account()));
        all.addAll(FileQuestions.all(copy));
        all.addAll(LimitQuestions.all(options.exhaustQuota()));
        return List.copyOf(all);
    }

    /** The questions alone. */
    static List<Question> questions() {
        ProbeOptions any = ProbeOptions.of(new SpreadsheetId("any"), "any");
        return of(any).stream().map(Experiment::question).toList();
    }
}
