package dev.sheetway.schema.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlannerIsPureTest {
    private static final ArchRule DEPENDS_ON_LITTLE = classes()
            .that()
            .resideInAnyPackage("dev.sheetway.schema.planner..", "dev.sheetway.schema.mark..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.nio.charset",
                    "java.nio",
                    "java.security",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "dev.sheetway.contracts..",
                    "dev.sheetway.workspace",
                    "dev.sheetway.schema.planner..",
                    "dev.sheetway.schema.mark..");
    private static final ArchRule ASKS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("dev.sheetway.schema.planner..", "dev.sheetway.schema.mark..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @Test
    void dependsOnContractsAndPortsAlone() {
        // Given
        JavaClasses production = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sheetway.schema");
        // When // Then
        assertThat(production.contain(ExpandPlanner.class)).isTrue();
        DEPENDS_ON_LITTLE.check(production);
        ASKS_NO_CLOCK.check(production);
    }

    @Test
    void theRulesBite() {
        // Given
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolation.class);
        // When // Then
        assertThatThrownBy(() -> DEPENDS_ON_LITTLE.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("java.nio.file.Files");
        assertThatThrownBy(() -> ASKS_NO_CLOCK.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Instant.now");
    }

    /** What a planner must not do. */
    static final class PlantedViolation {
        private PlantedViolation() {}

        static boolean reads() {
            return java.nio.file.Files.exists(java.nio.file.Path.of("/"))
                    && Instant.now().isAfter(Instant.EPOCH);
        }
    }
}
