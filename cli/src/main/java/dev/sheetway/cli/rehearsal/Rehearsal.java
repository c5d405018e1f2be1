package dev.sheetway.cli.rehearsal;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.JournalReader;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.local.EmulatorAdmin;
import dev.sheetway.cli.local.SheetShape;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A private stack in which migrations run one after the other. */
public final class Rehearsal {
    private final EmulatorAdmin emulator;
    private final Bus bus;
    private final MigrationRunner runner;

    /** How a migration is run and shown. */
    public interface MigrationRunner {
        MigrationView run(Bus bus, MigrationPlan plan, SpreadsheetId spreadsheet);
    }

    public Rehearsal(PrivateStack stack, MigrationRunner runner) {
        this.emulator = new EmulatorAdmin(URI.create("http://127.0.0.1:" + stack.port(Part.EMULATOR)));
        this.bus = Bus.connect("127.0.0.1:" + stack.port(Part.BROKER));
        this.runner = runner;
    }

    /** A migration and the calls that it made. */
    public record Run(MigrationView migration, Calls calls) {}

    public SpreadsheetId importWorkbook(byte[] file, String fileName) {
        return new SpreadsheetId(emulator.importWorkbook(file, fileName, Optional.empty())
                .path("spreadsheetId")
                .asText());
    }

    /** A CSV is one tab: its copy gets an empty one for the audit rows of {@code plan}, if that wants any. */
    public SpreadsheetId importCsv(byte[] file, MigrationPlan plan) {
        SpreadsheetId copy = importWorkbook(file, plan.tab() + ".csv");
        plan.audit().ifPresent(title -> emulator.addTab(copy.value(), title, AuditTrail.COLUMNS));
        return copy;
    }

    public byte[] export(SpreadsheetId spreadsheet) {
        return emulator.exportWorkbook(spreadsheet.value());
    }

    public Run migrate(MigrationPlan plan, SpreadsheetId spreadsheet) {
        emulator.resetCounts();
        MigrationView migration = runner.run(bus, plan, spreadsheet);
        return new Run(migration, new Calls(emulator.counts(Optional.empty())));
    }

    /** Makes {@code step} of the next migration fail. */
    public void failAt(Step step, MigrationPlan plan, SpreadsheetId spreadsheet, int gets) {
        SheetShape shape = SheetShape.read(emulator, spreadsheet, plan);
        emulator.arm(new Sabotage(spreadsheet, shape, plan).of(step, gets));
    }

    public void failNowhere() {
        emulator.arm(List.of());
    }

    /** How often the spreadsheet's structure was read since the counts were reset. */
    public int gets(SpreadsheetId spreadsheet) {
        return new Calls(emulator.counts(Optional.of(spreadsheet.value()))).of("sheets.spreadsheets.get");
    }

    public List<Evidence> evidence(MigrationView migration) {
        JournalView view = new JournalView();
        try (JournalReader reader = new JournalReader(bus)) {
            reader.readAll(view::add);
        }
        return new EvidenceFinder(migration, view.migrations()).find();
    }
}
