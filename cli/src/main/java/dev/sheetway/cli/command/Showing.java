package dev.sheetway.cli.command;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.cli.rehearsal.Rehearsal;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import dev.sheetway.wire.PlanJson;
import java.util.Optional;
import java.util.UUID;

/** Runs a live migration to its end and shows it. */
record Showing(Console console, Optional<Waiver> waiver) implements Rehearsal.MigrationRunner {

    /** With every safeguard. */
    Showing(Console console) {
        this(console, Optional.empty());
    }

    @Override
    public MigrationView run(Bus bus, MigrationPlan plan, SpreadsheetId spreadsheet) {
        Request request = new Request.Migrate(
                        UUID.randomUUID().toString(),
                        spreadsheet,
                        RequestedBy.name(),
                        false,
                        plan,
                        PlanJson.checksum(plan))
                .waiving(waiver);
        return new Publishing(bus, new ProgressDisplay(console))
                .follow(request, MigrationId.of(spreadsheet, request.requestId()), false, view -> view.outcome()
                        .isRest());
    }
}
