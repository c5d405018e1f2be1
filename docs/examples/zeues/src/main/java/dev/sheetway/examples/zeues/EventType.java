package dev.sheetway.examples.zeues;

/** What is recorded of spools in the tab Metadata. */
public enum EventType {
    INICIAR_ARM(SchemaMode.V2_1),
    COMPLETAR_ARM(SchemaMode.V2_1),
    CANCELAR_ARM(SchemaMode.V2_1),
    INICIAR_SOLD(SchemaMode.V2_1),
    COMPLETAR_SOLD(SchemaMode.V2_1),
    CANCELAR_SOLD(SchemaMode.V2_1),
    INICIAR_METROLOGIA(SchemaMode.V2_1),
    COMPLETAR_METROLOGIA(SchemaMode.V2_1),
    TOMAR_SPOOL(SchemaMode.V3_0),
    PAUSAR_SPOOL(SchemaMode.V3_0);

    private final SchemaMode since;

    EventType(SchemaMode since) {
        this.since = since;
    }

    /** Whether a program of {@code mode} writes it; every program reads all of them. */
    public boolean isWrittenBy(SchemaMode mode) {
        return mode.compareTo(since) >= 0;
    }
}
