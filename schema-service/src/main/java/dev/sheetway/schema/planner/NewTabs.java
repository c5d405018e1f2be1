package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.util.ArrayList;
import java.util.List;

/** The tabs that a plan adds, in Google's own size of a new tab. */
record NewTabs(SheetSnapshot sheet, Task task) {
    private static final int ROWS = 1_000;
    private static final int COLUMNS = 26;

    /** Those that are not there. */
    List<AddTab> due() {
        return task.plan().changes(AddTab.class).stream()
                .filter(tab -> !sheet.findings().tabs().containsKey(tab.title()))
                .toList();
    }

    int sheetId(AddTab tab) {
        return Anchor.positiveHash("tab/" + task.header().effectId() + "/" + tab.title());
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        due().forEach(tab -> {
            int sheetId = sheetId(tab);
            effects.add(new Effect.AddTab(
                    sheetId, tab.title(), ROWS, Math.max(COLUMNS, tab.headers().size()), tab.hidden()));
            if (!tab.headers().isEmpty()) {
                List<CellWrite> headers = tab.headers().stream()
                        .map(header -> CellWrite.of(new CellContent.Text(header)))
                        .toList();
                effects.add(new Effect.WriteCells(sheetId, 0, 0, List.of(headers)));
            }
        });
        return effects;
    }
}
