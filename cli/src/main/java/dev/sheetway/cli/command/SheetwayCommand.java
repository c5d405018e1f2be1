package dev.sheetway.cli.command;

import dev.sheetway.wire.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The root of all commands. */
@Command(
        name = "sheetway",
        description = "Schema migrations for production Google Sheets: verified, atomic, resumable, reversible.",
        mixinStandardHelpOptions = true,
        versionProvider = SheetwayCommand.Version.class,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, also when there was nothing to do",
            "1:failed and rolled back, a check failed, or evidence is missing",
            "2:usage or invalid plan",
            "3:a person is needed: paused, or the rollback is stuck",
            "4:refused: locked, drifted, window over, unsafe topic, not the newest migration",
            "5:broker, emulator or Google unreachable",
            "130:detached by Ctrl-C"
        },
        subcommands = {
            DemoCommand.class,
            RehearseCommand.class,
            UpCommand.class,
            DownCommand.class,
            PsCommand.class,
            LogsCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            PlanCommand.class,
            BaselineCommand.class,
            ApplyCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            HistoryCommand.class,
            ApproveCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            CancelCommand.class,
            RollbackCommand.class,
            RestoreCommand.class,
            VerifyCommand.class,
            EvidenceCommand.class,
            ReportCommand.class,
            QuarantineCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
public final class SheetwayCommand {

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sheetway " + Release.current()};
        }
    }
}
