package dev.sheetway.workspace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.settings.Settings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final JsonNode DEFAULTS = Settings.defaults().json();

    static Stream<RecordComponent> openQuestionsOfTheEmulator() {
        return Arrays.stream(Settings.class.getRecordComponents())
                .filter(component -> component.getType().isEnum());
    }

    @ParameterizedTest
    @MethodSource("openQuestionsOfTheEmulator")
    void everySwitchOfTheEmulatorHasAQuestionThatForeseesEachOfItsValues(RecordComponent component) {
        Question question = Catalogue.questions().stream()
                .filter(each -> each.id().equals(component.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no question \"" + component.getName() + "\""));

        assertThat(question.emulatorSwitch()).contains(component.getName());
        assertThat(question.assumed())
                .isEqualTo(DEFAULTS.path(component.getName()).asText());
        assertThat(question.foreseen())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(component.getType().getEnumConstants())
                                .map(Object::toString)
                                .toList());
    }

    @Test
    void aQuestionNamesASwitchThatTheEmulatorHas() {
        assertThat(Catalogue.questions()).allSatisfy(question -> question.emulatorSwitch()
                .ifPresent(key -> assertThat(DEFAULTS.has(key)).as(key).isTrue()));
    }

    @Test
    void noQuestionIsPutTwice() {
        List<String> ids = Catalogue.questions().stream().map(Question::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void cleansWordsOfAddressesIdsAndProjects() {
        assertThat(Words.cleaned("user <a.b@c.example> of projects/123456789012 (project_number:42) in file"
                        + " 1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_abcdef\nsays no"))
                .isEqualTo("user <<address>> of projects/<number> (project_number:<number>) in file <id> says no");
    }
}
