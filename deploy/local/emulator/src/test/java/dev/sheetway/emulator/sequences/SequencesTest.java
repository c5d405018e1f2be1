package dev.sheetway.emulator.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.support.Http;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random sequences of operations leave the emulator as they leave a small reference model: grid sizes, values, formulas,
 * metadata, named ranges, and refusals. A failing sequence is shrunk. The build runs a sample;
 * {@code -Dsheetway.sequences=10000} runs as many as that.
 */
class SequencesTest {

    private static final int ROWS = 6;
    private static final int COLUMNS = 4;

    private static Emulator emulator;
    private static Http http;

    @BeforeContainer
    static void start() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        http = new Http(emulator);
    }

    @AfterContainer
    static void stop() {
        emulator.close();
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 60).withoutEdgeCases();
        Arbitrary<Integer> sheet = Arbitraries.integers().between(0, 5).withoutEdgeCases();
        return Combinators.combine(
                        Arbitraries.of(Step.Action.class), Arbitraries.of(false, true), sheet, number, number, number)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property
    void leaveTheEmulatorAsTheyLeaveTheReferenceModel(@ForAll("sequences") List<Step> steps) {
        String id = http.post(
                        "/v4/spreadsheets",
                        "{\"sheets\":[{\"properties\":{\"sheetId\":0,\"title\":\"" + Step.TITLES.getFirst()
                                + "\",\"gridProperties\":{\"rowCount\":" + ROWS + ",\"columnCount\":" + COLUMNS
                                + "}}}]}")
                .body()
                .path("spreadsheetId")
                .asText();
        ReferenceWorkbook workbook = ReferenceWorkbook.initial(ROWS, COLUMNS);
        for (List<Step> call : calls(steps)) {
            workbook = run(id, workbook, call);
        }

        Snapshot seen = Observed.of(http, id);
        http.send("DELETE", "/drive/v3/files/" + id, "");

        assertThat(seen.lines()).isEqualTo(Snapshot.of(workbook).lines());
    }

    /** Steps that go in one call: a batch is refused as a whole. */
    private static List<List<Step>> calls(List<Step> steps) {
        List<List<Step>> calls = new ArrayList<>();
        for (Step step : steps) {
            if (step.joined()
                    && !calls.isEmpty()
                    && isBatched(step)
                    && isBatched(calls.getLast().getLast())) {
                calls.getLast().add(step);
            } else {
                calls.add(new ArrayList<>(List.of(step)));
            }
        }
        return calls;
    }

    private static boolean isBatched(Step step) {
        return step.action() != Step.Action.UPDATE_VALUES && step.action() != Step.Action.CLEAR_VALUES;
    }

    private static ReferenceWorkbook run(String id, ReferenceWorkbook before, List<Step> call) {
        ReferenceWorkbook after = before.copy();
        List<Planned> planned = new ArrayList<>();
        String refusal = "";
        for (Step step : call) {
            Planned one = Plan.of(step, after);
            planned.add(one);
            try {
                one.change().accept(after);
            } catch (Refused e) {
                refusal = e.getMessage();
                break;
            }
        }
        Planned first = planned.getFirst();
        Http.Answer answer = first.isBatched()
                ? http.batch(id, planned.stream().map(Planned::json).toArray(String[]::new))
                : http.send(first.method(), "/v4/spreadsheets/" + id + first.path(), first.json());
        assertThat(answer.status())
                .as(
                        "%s answered %s; the model %s",
                        planned, answer, refusal.isEmpty() ? "accepts" : "refuses: " + refusal)
                .isEqualTo(refusal.isEmpty() ? 200 : 400);
        return refusal.isEmpty() ? after : before;
    }
}
