package dev.sheetway.workspace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.sheetway.workspace.planted.ImportsGoogle;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule PORTS_KNOW_NO_GOOGLE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace..")
            .and()
            .resideOutsideOfPackages("dev.sheetway.workspace.google..", "dev.sheetway.workspace.probe..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.github.difflib..",
                    "dev.sheetway.contracts..",
                    "dev.sheetway.workspace",
                    "dev.sheetway.workspace.archive..",
                    "dev.sheetway.workspace.fingerprint..");

    private static final ArchRule GOOGLE_PACKAGE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace.google..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "com.google..", "dev.sheetway.contracts..", "dev.sheetway.workspace..");

    /** The probe speaks JSON through the gateway's raw side, and nothing of the product stands on the probe. */
    private static final ArchRule PROBE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace.probe..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "dev.sheetway.contracts..",
                    "dev.sheetway.workspace",
                    "dev.sheetway.workspace.google..",
                    "dev.sheetway.workspace.probe..");

    private final JavaClasses production = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sheetway.workspace");

    @Test
    void onlyTheGooglePackageKnowsGoogle() {
        PORTS_KNOW_NO_GOOGLE.check(production);
        GOOGLE_PACKAGE.check(production);
        PROBE.check(production);
    }

    @Test
    void theRuleBitesOnAPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importClasses(ImportsGoogle.class);

        var result = PORTS_KNOW_NO_GOOGLE.evaluate(planted);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString())
                .contains("ImportsGoogle")
                .contains("com.google.api");
    }

    @Test
    void googleNeverShowsInAPublicSignatureOfItsPackage() {
        var leaking = production.stream()
                .filter(type -> type.getPackageName().startsWith("dev.sheetway.workspace.google"))
                .filter(type -> type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                .filter(method -> method.getRawReturnType().getName().startsWith("com.google")
                        || method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.getName().startsWith("com.google")))
                .toList();

        assertThat(leaking).isEmpty();
    }
}
