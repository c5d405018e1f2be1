package dev.sheetway.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "plan",
        description = "Checks plans and shows what they would do.",
        subcommands = {PlanValidateCommand.class, PlanShowCommand.class})
final class PlanCommand {}
