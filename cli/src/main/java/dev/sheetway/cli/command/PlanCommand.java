package dev.sheetway.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "plan",
        description = "Begins plans, checks them and shows what they would do.",
        subcommands = {PlanInitCommand.class, PlanValidateCommand.class, PlanShowCommand.class})
final class PlanCommand {}
