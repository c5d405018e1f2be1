package dev.sheetway.cli.command;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a spreadsheet's id, or takes it out of its URL. */
public final class SpreadsheetArgument implements ITypeConverter<SpreadsheetId> {
    private static final Pattern URL =
            Pattern.compile("^https?://[^/]+/(?:.*/)?spreadsheets/(?:u/\\d+/)?d/([^/?#]+).*$");

    @Override
    public SpreadsheetId convert(String text) {
        Matcher url = URL.matcher(text.strip());
        try {
            return new SpreadsheetId(url.matches() ? url.group(1) : text.strip());
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException("\"" + text
                    + "\": expected a spreadsheet's id (A-Z a-z 0-9 _ -) or its URL,"
                    + " https://docs.google.com/spreadsheets/d/ID/…");
        }
    }
}
