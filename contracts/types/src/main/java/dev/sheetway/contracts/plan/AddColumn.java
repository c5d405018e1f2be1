package dev.sheetway.contracts.plan;

import java.util.Optional;

/**
 * Adds one column.
 *
 * @param after the existing or earlier-added column behind which it stands; empty: at the end of the header
 * @param format number format pattern in Google's syntax, set explicitly because inserted columns inherit
 * @param pattern regular expression that entered text must match, set as data validation (custom formula, strict)
 * @param initial value that every real row gets; empty: blank
 * @param adopt accept a column of that name that is already there, whatever made it
 */
public record AddColumn(
        String name,
        ColumnType type,
        Optional<String> after,
        Optional<String> format,
        Optional<String> pattern,
        Optional<String> description,
        Optional<Literal> initial,
        boolean adopt)
        implements Change {}
