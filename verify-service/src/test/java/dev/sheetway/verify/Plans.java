package dev.sheetway.verify;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RollbackPolicy;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for tests: the reference workload's three columns, or others. */
public final class Plans {
    public static final AddColumn HOLDER = column("Ocupado_Por", ColumnType.TEXT)
            .pattern("^[A-Z]{1,3}\\(\\d+\\)$")
            .build();
    public static final AddColumn SINCE =
            column("Fecha_Ocupacion", ColumnType.DATE).format("yyyy-mm-dd").build();
    public static final AddColumn VERSION =
            column("version", ColumnType.INTEGER).initial(new Literal.Number(0)).build();

    private Plans() {}

    public static MigrationPlan zeues() {
        return plan(Optional.of("TAG_SPOOL"), Map.of(), HOLDER, SINCE, VERSION);
    }

    public static MigrationPlan withSmoke(String version, SmokeAssertion... suite) {
        return plan(Optional.of("TAG_SPOOL"), Map.of(version, List.of(suite)), HOLDER, SINCE, VERSION);
    }

    public static MigrationPlan plan(Optional<String> key, Map<String, List<SmokeAssertion>> smoke, Change... changes) {
        return new MigrationPlan(
                "zeues",
                "2.1",
                "3.0",
                "",
                "Operaciones",
                1,
                key,
                Optional.empty(),
                new BackupPolicy(
                        BackupPolicy.Strategy.DRIVE_COPY, Optional.empty(), Optional.empty(), Duration.ofHours(1)),
                List.of(changes),
                smoke,
                Optional.empty(),
                new RollbackPolicy(true, Duration.ofDays(7)),
                Duration.ofHours(24),
                Optional.empty());
    }

    public static Draft column(String name, ColumnType type) {
        return new Draft(name, type);
    }

    /** A column in the making. */
    public static final class Draft {
        private final String name;
        private final ColumnType type;
        private Optional<String> after = Optional.empty();
        private Optional<String> format = Optional.empty();
        private Optional<String> pattern = Optional.empty();
        private Optional<Literal> initial = Optional.empty();
        private boolean adopt;

        private Draft(String name, ColumnType type) {
            this.name = name;
            this.type = type;
        }

        public Draft after(String neighbour) {
            after = Optional.of(neighbour);
            return this;
        }

        public Draft format(String text) {
            format = Optional.of(text);
            return this;
        }

        public Draft pattern(String regex) {
            pattern = Optional.of(regex);
            return this;
        }

        public Draft initial(Literal value) {
            initial = Optional.of(value);
            return this;
        }

        public Draft adopt() {
            adopt = true;
            return this;
        }

        public AddColumn build() {
            return new AddColumn(name, type, after, format, pattern, Optional.empty(), initial, adopt);
        }
    }
}
