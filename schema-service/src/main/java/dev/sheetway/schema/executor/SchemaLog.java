package dev.sheetway.schema.executor;

import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.workspace.Workbook;
import org.jboss.logging.Logger;

/** Every line that this service writes to the log by itself. */
final class SchemaLog {
    private static final Logger LOG = Logger.getLogger("dev.sheetway.schema");

    private SchemaLog() {}

    /** Google tells where protections are only to those who ask cell by cell; it refuses the batch if one is in the way. */
    static void protectedAreas(CommandHeader command, Workbook.Tab tab) {
        if (tab.protectedAreas() > 0) {
            LOG.warnf(
                    "tab has protected ranges, the schema change is refused if one is in its way %s tab=\"%s\" ranges=%d",
                    fields(command), tab.title(), tab.protectedAreas());
        }
    }

    static void auditTabGone(CommandHeader command, String title) {
        LOG.warnf("audit tab is gone, no audit row written %s tab=\"%s\"", fields(command), title);
    }

    static void plannedAgain(CommandHeader command, String code) {
        LOG.infof(
                "batch planned from memory was refused, planned again after a read %s code=%s", fields(command), code);
    }

    static void anchorsAstray(CommandHeader command, int effects) {
        LOG.infof("columns were shifted while they were anchored, put right %s effects=%d", fields(command), effects);
    }

    private static String fields(CommandHeader command) {
        return "migrationId=" + command.migrationId() + " spreadsheetId=" + command.spreadsheetId() + " step="
                + command.step().wireName() + " direction=" + command.direction() + " attempt=" + command.attempt();
    }
}
