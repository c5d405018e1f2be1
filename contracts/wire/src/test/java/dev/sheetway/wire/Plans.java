package dev.sheetway.wire;

/** Plans for tests. */
final class Plans {
    static final String ZEUES = """
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: zeues, from: "2.1", to: "3.0", description: Occupation tracking }
            spec:
              tab: Operaciones
              headerRow: 1
              keyColumn: TAG_SPOOL
              backup: { strategy: drive-copy, fallback: archive, folderId: null, maxAge: PT1H }
              changes:
                - addColumn: { name: Ocupado_Por, type: text, pattern: "^[A-Z]{1,3}\\\\(\\\\d+\\\\)$", description: Worker }
                - addColumn: { name: Fecha_Ocupacion, type: date, format: yyyy-mm-dd }
                - addColumn: { name: version, type: integer, initial: 0 }
              smoke:
                "3.0":
                  - { name: version starts at zero, rows: "row.version == 0" }
                  - { name: has 66 columns, header: "columns == 66" }
              rollback: { automatic: true, window: P7D }
              probation: PT24H
              notify: { webhook: null }
            """;

    private Plans() {}
}
