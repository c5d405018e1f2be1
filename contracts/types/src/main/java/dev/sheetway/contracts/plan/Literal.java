package dev.sheetway.contracts.plan;

/** A constant in a plan; written as it is, so a text that starts with {@code =} stays text. */
public sealed interface Literal {
    record Text(String value) implements Literal {}

    /** @param value an exact double, as a sheet stores it */
    record Number(double value) implements Literal {}

    record Bool(boolean value) implements Literal {}
}
