package dev.sheetway.schema.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.schema.TestPlans;
import dev.sheetway.workspace.Effect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTextTest {

    @Test
    void saysHowManyRequestsItDoesNotTell() {
        // Given
        List<Effect> effects = IntStream.range(0, 500)
                .<Effect>mapToObj(i -> i % 2 == 0 ? new Effect.RemoveMetadata(i) : new Effect.ReleaseLock())
                .toList();
        // When
        List<String> lines = BatchText.of(Sheets.header("id").snapshot(), TestPlans.zeues(), effects);
        // Then
        assertThat(lines).hasSize(201);
        assertThat(lines.getLast()).isEqualTo("and 302 more requests");
    }
}
