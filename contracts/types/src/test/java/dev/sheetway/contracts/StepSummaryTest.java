package dev.sheetway.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepSummaryTest {

    @Test
    void oneIsNotMany() {
        assertThat(new StepResult.Contracted("emulator", List.of("version"), Optional.of("kept"), 65).summary())
                .isEqualTo("1 column archived and deleted, 65 columns remain");
        assertThat(new StepResult.Contracted("emulator", List.of("a", "b"), Optional.of("kept"), 1).summary())
                .isEqualTo("2 columns archived and deleted, 1 column remains");
        assertThat(new StepResult.Opened("emulator", "Sheet", 0, 10, 1, List.of("A"), 1, false).summary())
                .isEqualTo("1 column, 1 real row, lock taken");
        assertThat(new StepResult.Baselined("emulator", "2.1", 1).summary())
                .isEqualTo("1 column anchored, schema version 2.1 recorded");
    }

    @Test
    void aPassedVerificationTellsThatPeopleEditedMeanwhile() {
        Check edited = new Check(
                "existing_data_intact",
                true,
                "as in the backup",
                "1 edited",
                List.of(new Difference(2, "id", "edited")),
                1);
        Check failed = new Check("formats_and_formulas", false, "none", "2", List.of(), 2);

        assertThat(new StepResult.Verified("emulator", new CheckReport(List.of(edited))).summary())
                .isEqualTo("1 of 1 checks passed, differences made by people meanwhile: 1");
        assertThat(new StepResult.Verified("emulator", new CheckReport(List.of(failed))).summary())
                .isEqualTo("0 of 1 checks passed");
    }
}
