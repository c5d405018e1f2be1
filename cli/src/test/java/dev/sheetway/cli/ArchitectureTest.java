package dev.sheetway.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.sheetway.cli");

    @Test
    void evidenceAndReportsAreFunctionsOfJournalEntriesAlone() {
        onlyJournal("dev.sheetway.cli.evidence", "dev.sheetway.cli.report").check(CLI);
    }

    @Test
    void driftIsAFunctionOfTheJournalAndOfWhatWasRead() {
        only("dev.sheetway.cli.drift", "dev.sheetway.workspace").check(CLI);
    }

    @Test
    void theRuleBites() {
        assertThatThrownBy(() -> onlyJournal("dev.sheetway.cli.bus").check(CLI)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        only("dev.sheetway.cli.live", "dev.sheetway.workspace").check(CLI))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchRule only(String pure, String port) {
        return classes()
                .that()
                .resideInAPackage(pure)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "dev.sheetway.contracts..",
                        "org.jspecify..",
                        "dev.sheetway.cli.journal..",
                        pure,
                        port));
    }

    private static ArchRule onlyJournal(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "dev.sheetway.contracts..",
                        "dev.sheetway.wire..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..",
                        "dev.sheetway.cli.journal..",
                        "dev.sheetway.cli.evidence..",
                        "dev.sheetway.cli.report.."));
    }
}
