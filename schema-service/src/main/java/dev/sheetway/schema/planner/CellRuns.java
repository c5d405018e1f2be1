package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.util.ArrayList;
import java.util.List;

/** Writes of single cells of one column, neighbours in one effect; cells between are left alone. */
final class CellRuns {
    private CellRuns() {}

    /** @param edits in ascending order of their rows */
    static List<Effect> writes(int sheetId, int column, List<Findings.Edit> edits) {
        List<Effect> effects = new ArrayList<>();
        List<List<CellWrite>> run = new ArrayList<>();
        int start = 0;
        for (Findings.Edit edit : edits) {
            if (!run.isEmpty() && edit.row() != start + run.size()) {
                effects.add(new Effect.WriteCells(sheetId, start, column, run));
                run = new ArrayList<>();
            }
            if (run.isEmpty()) {
                start = edit.row();
            }
            run.add(List.of(CellWrite.of(edit.content())));
        }
        if (!run.isEmpty()) {
            effects.add(new Effect.WriteCells(sheetId, start, column, run));
        }
        return effects;
    }
}
