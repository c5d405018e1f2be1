package dev.sheetway.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Difference;
import dev.sheetway.verify.Plans;
import dev.sheetway.verify.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random edits of people against a model that knows by key what each of them did, and so must find exactly the same
 * differences without any alignment. The seed is the repetition's number.
 */
class RandomEditsTest {
    private static final int COLUMNS = 6;
    private static final int ROWS = 400;

    /** The sheet as a person sees it: rows in order, each with the key that it had in the backup ("" for a new one). */
    private static final class Model {
        final List<String> origin = new ArrayList<>();
        final Map<String, Set<Integer>> edited = new TreeMap<>();
        final Set<String> deleted = new TreeSet<>();
    }

    @RepeatedTest(40)
    void findsExactlyWhatPeopleDid(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Sheet old = table(random);
        Sheet live = old.copy();
        Model model = new Model();
        for (int row = 1; row <= ROWS; row++) {
            model.origin.add(key(row));
        }
        for (int edit = 0; edit < 1 + random.nextInt(12); edit++) {
            edit(random, live, model);
        }

        Bench bench = new Bench(Plans.zeues(), old, live);
        Survey survey = bench.survey();

        List<Difference> found = new ArrayList<>(survey.comparison().fatal().first());
        found.addAll(survey.comparison().edits().first());
        assertThat(found)
                .as("seed %d", repetition.getCurrentRepetition())
                .containsExactlyInAnyOrderElementsOf(expected(model));
        assertThat(survey.comparison().fatal().total()).isEqualTo(model.deleted.size());
    }

    private static Sheet table(Random random) {
        Sheet sheet = new Sheet().row("TAG_SPOOL", "c1", "c2", "c3", "c4", "c5");
        for (int row = 1; row <= ROWS; row++) {
            Object[] cells = new Object[COLUMNS];
            cells[0] = key(row);
            for (int column = 1; column < COLUMNS; column++) {
                cells[column] = switch (random.nextInt(4)) {
                    case 0 -> random.nextInt(3);
                    case 1 -> "text " + random.nextInt(3);
                    case 2 -> random.nextBoolean();
                    default -> "=ABS(-" + random.nextInt(100) + ")";
                };
            }
            sheet.row(cells);
        }
        return sheet;
    }

    private static String key(int row) {
        return "MK-%04d".formatted(row);
    }

    private static void edit(Random random, Sheet live, Model model) {
        int at = random.nextInt(model.origin.size());
        switch (random.nextInt(4)) {
            case 0 -> {
                live.insertRow(at + 1, "NEW-" + random.nextInt(), 1, 2, 3, 4, 5);
                model.origin.add(at, "");
            }
            case 1 -> {
                live.deleteRow(at + 1);
                String gone = model.origin.remove(at);
                if (!gone.isEmpty()) {
                    model.deleted.add(gone);
                    model.edited.remove(gone);
                }
            }
            case 2 -> {
                int other = random.nextInt(model.origin.size());
                live.swapRows(at + 1, other + 1);
                String kept = model.origin.get(at);
                model.origin.set(at, model.origin.get(other));
                model.origin.set(other, kept);
            }
            default -> {
                int column = 1 + random.nextInt(COLUMNS - 1);
                live.set(at + 1, column, "edit " + random.nextInt());
                if (!model.origin.get(at).isEmpty()) {
                    model.edited
                            .computeIfAbsent(model.origin.get(at), key -> new TreeSet<>())
                            .add(column);
                }
            }
        }
    }

    private static List<Difference> expected(Model model) {
        List<Difference> differences = new ArrayList<>();
        for (int at = 0; at < model.origin.size(); at++) {
            String origin = model.origin.get(at);
            int rowNumber = at + 2;
            if (origin.isEmpty()) {
                differences.add(new Difference(rowNumber, "TAG_SPOOL", "row-inserted"));
            }
            model.edited
                    .getOrDefault(origin, Set.of())
                    .forEach(column -> differences.add(new Difference(rowNumber, "c" + column, "edited")));
        }
        model.deleted.forEach(gone ->
                differences.add(new Difference(Integer.parseInt(gone.substring(3)) + 1, "TAG_SPOOL", "vanished")));
        return differences;
    }
}
