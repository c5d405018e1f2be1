package dev.sheetway.contracts.plan;

/**
 * One change of the schema, with its forward effect, its inverse and its lint. All changes of a plan take effect at once;
 * a column that a change names is looked for under its old and under its new name.
 */
public sealed interface Change
        permits AddColumn, RenameColumn, DropColumn, ConvertColumn, Backfill, SetValidation, AddTab {}
