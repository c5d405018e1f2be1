package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class UnquotedTest {

    @Test
    void keepsClassesAndFramesOfTheWholeChainAndNoMessage() {
        // Given
        Throwable bug = new IllegalStateException("SECRET 1", new NumberFormatException("SECRET 2"));
        StringWriter printed = new StringWriter();

        // When
        Unquoted.of(bug).printStackTrace(new PrintWriter(printed, true));

        // Then
        assertThat(printed.toString())
                .contains(
                        "java.lang.IllegalStateException",
                        "Caused by: java.lang.NumberFormatException",
                        "at dev.sheetway.participant.UnquotedTest.keepsClassesAndFrames")
                .doesNotContain("SECRET");
    }
}
