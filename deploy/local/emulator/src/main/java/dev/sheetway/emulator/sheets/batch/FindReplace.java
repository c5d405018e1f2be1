package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ranges;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds and replaces in text cells, and in formulas when asked to. Counters that are zero are left out [L3P]. */
final class FindReplace {

    private final BatchContext batch;
    private final ObjectNode request;
    private final Pattern find;
    private final String replacement;
    private int values;
    private int formulas;
    private int occurrences;
    private final Set<String> rows = new HashSet<>();
    private final Set<Integer> sheets = new HashSet<>();

    private FindReplace(BatchContext batch, ObjectNode request) {
        this.batch = batch;
        this.request = request;
        boolean regex = request.path("searchByRegex").asBoolean();
        String text = request.path("find").asText();
        if (text.isEmpty()) {
            throw ApiException.invalid("find must not be empty.");
        }
        int flags = request.path("matchCase").asBoolean() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        try {
            find = Pattern.compile(regex ? text : Pattern.quote(text), flags);
        } catch (PatternSyntaxException e) {
            throw ApiException.invalid("Invalid regular expression: " + text);
        }
        String given = request.path("replacement").asText();
        replacement = regex ? given : Matcher.quoteReplacement(given);
    }

    static Optional<ObjectNode> apply(BatchContext batch, ObjectNode request) {
        FindReplace run = new FindReplace(batch, request);
        try {
            for (Ranges.Target target : run.targets()) {
                batch.change(target.sheet(), target.area(), (cell, r, c) -> run.replace(target.sheet(), cell, r));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            // a replacement that names a group which is not there, or an expression that nests too deeply
            throw ApiException.invalid(
                    "Invalid regular expression: " + request.path("find").asText());
        }
        return Optional.of(run.reply());
    }

    private List<Ranges.Target> targets() {
        if (request.has("range")) {
            return List.of(batch.writable(request.get("range")));
        }
        List<SheetModel> chosen =
                request.path("allSheets").asBoolean() ? batch.model().sheets() : List.of(batch.sheet(request));
        return chosen.stream()
                .map(sheet -> new Ranges.Target(sheet, sheet.all(), true))
                .toList();
    }

    private Cell replace(SheetModel sheet, Cell cell, int row) {
        if (cell.formula() != null) {
            return request.path("includeFormulas").asBoolean() ? inFormula(sheet, cell, cell.formula(), row) : cell;
        }
        if (!(cell.value() instanceof CellValue.Text text)) {
            return cell;
        }
        String changed = changed(text.value());
        if (changed.equals(text.value())) {
            return cell;
        }
        values++;
        note(sheet, row);
        return cell.withLiteral(changed.isEmpty() ? null : new CellValue.Text(changed));
    }

    private Cell inFormula(SheetModel sheet, Cell cell, String formula, int row) {
        String changed = changed(formula);
        if (changed.equals(formula)) {
            return cell;
        }
        formulas++;
        note(sheet, row);
        return cell.withFormula(batch.patch().canonical(changed));
    }

    private void note(SheetModel sheet, int row) {
        rows.add(sheet.uid() + "/" + row);
        sheets.add(sheet.uid());
    }

    private String changed(String text) {
        Matcher matcher = find.matcher(text);
        if (request.path("matchEntireCell").asBoolean()) {
            if (!matcher.matches()) {
                return text;
            }
            occurrences++;
            return matcher.replaceFirst(replacement);
        }
        occurrences += (int) find.matcher(text).results().count();
        return matcher.replaceAll(replacement);
    }

    private ObjectNode reply() {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        put(reply, "valuesChanged", values);
        put(reply, "formulasChanged", formulas);
        put(reply, "rowsChanged", rows.size());
        put(reply, "sheetsChanged", sheets.size());
        put(reply, "occurrencesChanged", occurrences);
        return reply;
    }

    private static void put(ObjectNode reply, String field, int count) {
        if (count != 0) {
            reply.put(field, count);
        }
    }
}
