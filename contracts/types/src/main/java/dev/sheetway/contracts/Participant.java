package dev.sheetway.contracts;

/** A service that carries out steps; each has its own command topic, event topic, Kafka principal and credential. */
public enum Participant {
    BACKUP,
    SCHEMA,
    VERIFY;

    /** The last part of its topics' names: lower case. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
