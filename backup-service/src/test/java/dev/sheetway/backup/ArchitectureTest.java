package dev.sheetway.backup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule THE_PLANNER_IS_PURE = only(
            "dev.sheetway.backup.planner..",
            "java..",
            "org.jspecify..",
            "dev.sheetway.backup.planner..",
            "dev.sheetway.contracts..",
            "dev.sheetway.workspace",
            "dev.sheetway.workspace.fingerprint..");

    private static final ArchRule THE_SERVICE_KNOWS_NO_OTHER = only(
            "dev.sheetway.backup..",
            "java..",
            "jakarta..",
            "org.jspecify..",
            "io.quarkus..",
            "io.smallrye.config..",
            "dev.sheetway.backup..",
            "dev.sheetway.contracts..",
            "dev.sheetway.participant..",
            "dev.sheetway.workspace..");

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sheetway.backup");

    @Test
    void thePlannerKnowsContractsAndTheWorkspacesTypesAlone() {
        assertThat(production).isNotEmpty();
        THE_PLANNER_IS_PURE.check(production);
    }

    @Test
    void theServiceKnowsNoOtherService() {
        THE_SERVICE_KNOWS_NO_OTHER.check(production);
    }

    @Test
    void theRulesBite() {
        // Given: the executor in the planner's place, and a test that knows the broker in the service's
        JavaClasses executor = new ClassFileImporter().importClasses(BackupStep.class);
        JavaClasses test = new ClassFileImporter().importClasses(BackupServiceIT.class);

        // Then
        assertThat(only("dev.sheetway.backup", "java..", "dev.sheetway.contracts..")
                        .evaluate(executor)
                        .hasViolation())
                .isTrue();
        assertThat(THE_SERVICE_KNOWS_NO_OTHER.evaluate(test).hasViolation()).isTrue();
    }

    private static ArchRule only(String of, String... packages) {
        return classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
