package dev.sheetway.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "quarantine",
        description = "Shows what could not be read, and puts it back to where it came from.",
        subcommands = {QuarantineListCommand.class, QuarantineShowCommand.class, QuarantineRedriveCommand.class})
final class QuarantineCommand {}
