package dev.sheetway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetArgumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1aB-c_9",
                "https://docs.google.com/spreadsheets/d/1aB-c_9/edit#gid=0",
                "https://docs.google.com/spreadsheets/d/1aB-c_9",
                "https://docs.google.com/spreadsheets/u/1/d/1aB-c_9/edit?usp=sharing",
                "https://docs.google.com/a/example.org/spreadsheets/d/1aB-c_9/edit",
                "http://127.0.0.1:18090/spreadsheets/d/1aB-c_9/edit"
            })
    void takesTheIdOutOfAnIdOrAUrl(String text) {
        assertThat(new SpreadsheetArgument().convert(text).value()).isEqualTo("1aB-c_9");
    }

    @Test
    void aUrlOfSomethingElseIsNamed() {
        assertThatThrownBy(() -> new SpreadsheetArgument().convert("https://docs.google.com/document/d/1aB/edit"))
                .hasMessageStartingWith("\"https://docs.google.com/document/d/1aB/edit\": expected a spreadsheet's id");
    }
}
