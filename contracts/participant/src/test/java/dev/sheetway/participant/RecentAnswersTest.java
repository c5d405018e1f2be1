package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentAnswersTest {

    @Test
    void forgetsTheAnswerThatWasNotUsedForLongest() {
        // Given
        RecentAnswers answers = new RecentAnswers(2);
        answers.remember(Samples.completed(1));
        answers.remember(Samples.completed(2));
        var used = answers.find(Samples.header(1).commandId());

        // When
        answers.remember(Samples.completed(3));

        // Then
        assertThat(used).contains(Samples.completed(1));
        assertThat(answers.find(Samples.header(1).commandId())).isPresent();
        assertThat(answers.find(Samples.header(2).commandId())).isEmpty();
        assertThat(answers.find(Samples.header(3).commandId())).isPresent();
    }
}
