package dev.sheetway.examples.zeues;

import java.time.LocalDate;

/** Who holds a spool now; new in 3.0. */
public sealed interface Occupation {

    record Free() implements Occupation {}

    record Occupied(Worker holder, LocalDate since) implements Occupation {}
}
