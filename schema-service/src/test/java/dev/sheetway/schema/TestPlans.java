package dev.sheetway.schema;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Expectation;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RollbackPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans of the tests, built from the one that everybody knows. */
public final class TestPlans {
    public static final AddColumn HOLDER = column("Ocupado_Por", ColumnType.TEXT)
            .pattern("^[A-Z]{1,3}\\(\\d+\\)$")
            .build();
    public static final AddColumn SINCE =
            column("Fecha_Ocupacion", ColumnType.DATE).format("yyyy-mm-dd").build();
    public static final AddColumn VERSION =
            column("version", ColumnType.INTEGER).initial(new Literal.Number(0)).build();

    private TestPlans() {}

    /** Three columns at the end of "Operaciones", key TAG_SPOOL, no audit, no expectation. */
    public static MigrationPlan zeues() {
        return with(HOLDER, SINCE, VERSION);
    }

    public static MigrationPlan with(AddColumn... columns) {
        return new MigrationPlan(
                "zeues",
                "2.1",
                "3.0",
                "",
                "Operaciones",
                1,
                Optional.of("TAG_SPOOL"),
                Optional.empty(),
                new BackupPolicy(
                        BackupPolicy.Strategy.DRIVE_COPY, Optional.empty(), Optional.empty(), Duration.ofHours(1)),
                List.copyOf(Arrays.asList(columns)),
                Map.of(),
                Optional.empty(),
                new RollbackPolicy(true, Duration.ofDays(7)),
                Duration.ofHours(24),
                Optional.empty());
    }

    public static MigrationPlan onTab(MigrationPlan p, String tab) {
        return new MigrationPlan(
                p.name(),
                p.from(),
                p.to(),
                p.description(),
                tab,
                p.headerRow(),
                p.keyColumn(),
                p.expect(),
                p.backup(),
                p.changes(),
                p.smoke(),
                p.audit(),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static MigrationPlan headerRow(MigrationPlan p, int row) {
        return new MigrationPlan(
                p.name(),
                p.from(),
                p.to(),
                p.description(),
                p.tab(),
                row,
                p.keyColumn(),
                p.expect(),
                p.backup(),
                p.changes(),
                p.smoke(),
                p.audit(),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static MigrationPlan key(MigrationPlan p, Optional<String> key) {
        return new MigrationPlan(
                p.name(),
                p.from(),
                p.to(),
                p.description(),
                p.tab(),
                p.headerRow(),
                key,
                p.expect(),
                p.backup(),
                p.changes(),
                p.smoke(),
                p.audit(),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static MigrationPlan audited(MigrationPlan p, String tab) {
        return new MigrationPlan(
                p.name(),
                p.from(),
                p.to(),
                p.description(),
                p.tab(),
                p.headerRow(),
                p.keyColumn(),
                p.expect(),
                p.backup(),
                p.changes(),
                p.smoke(),
                Optional.of(tab),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static MigrationPlan expecting(MigrationPlan p, OptionalInt columns, List<String> headers) {
        return new MigrationPlan(
                p.name(),
                p.from(),
                p.to(),
                p.description(),
                p.tab(),
                p.headerRow(),
                p.keyColumn(),
                Optional.of(new Expectation(columns, headers)),
                p.backup(),
                p.changes(),
                p.smoke(),
                p.audit(),
                p.rollback(),
                p.probation(),
                p.webhook());
    }

    public static Builder column(String name, ColumnType type) {
        return new Builder(name, type);
    }

    /** A column, blank and at the end unless told. */
    public static final class Builder {
        private final String name;
        private final ColumnType type;
        private Optional<String> after = Optional.empty();
        private Optional<String> format = Optional.empty();
        private Optional<String> pattern = Optional.empty();
        private Optional<Literal> initial = Optional.empty();
        private boolean adopt;

        private Builder(String name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        public Builder after(String neighbour) {
            after = Optional.of(neighbour);
            return this;
        }

        public Builder format(String wanted) {
            format = Optional.of(wanted);
            return this;
        }

        public Builder pattern(String wanted) {
            pattern = Optional.of(wanted);
            return this;
        }

        public Builder initial(Literal value) {
            initial = Optional.of(value);
            return this;
        }

        public Builder adopt() {
            adopt = true;
            return this;
        }

        public AddColumn build() {
            return new AddColumn(name, type, after, format, pattern, Optional.empty(), initial, adopt);
        }
    }
}
