package dev.sheetway.schema;

import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.List;
import java.util.Optional;

/** Plans that change what is there. */
public final class ChangePlans {
    private ChangePlans() {}

    /** Of schema "zeues", 3.0 to 3.1, on "Operaciones" with the key TAG_SPOOL. */
    public static MigrationPlan with(Change... changes) {
        MigrationPlan p = TestPlans.zeues();
        return new MigrationPlan(
                p.name(),
                "3.0",
                "3.1",
                p.description(),
                p.tab(),
                p.headerRow(),
                p.keyColumn(),
                p.expect(),
                p.backup(),
                List.of(changes),
                p.smoke(),
                p.audit(),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static ConvertColumn toDate(String name) {
        return convert(name, ColumnType.DATE, "dd-mm-yyyy");
    }

    public static ConvertColumn convert(String name, ColumnType type, String format) {
        return new ConvertColumn(
                name, type, Optional.of(format), ConvertColumn.DateOrder.DAY_FIRST, ConvertColumn.DecimalMark.POINT);
    }
}
