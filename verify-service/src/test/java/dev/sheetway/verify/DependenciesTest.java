package dev.sheetway.verify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.sheetway.verify.checks.offence.ReadsGoogle;
import dev.sheetway.wire.SmokeExpression;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sheetway.verify");

    /** The workspace's types of cells, not its ways to Google. */
    private static final ArchRule PURE = classes()
            .that()
            .resideInAPackage("dev.sheetway.verify.checks..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..", "org.jspecify..", "dev.sheetway.contracts..", "dev.sheetway.verify.checks..")
                    .or(resideInAPackage("dev.sheetway.workspace")
                            .and(not(simpleName("SheetReader")))
                            .and(not(simpleName("SheetWriter")))
                            .and(not(simpleName("BackupDrive")))));

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("dev.sheetway.verify.checks..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.sql..")
                    .or(simpleName("Clock")));

    @Test
    void theChecksArePure() {
        PURE.check(SERVICE);
        NO_CLOCK.check(SERVICE);
    }

    @Test
    void theRuleBites() {
        JavaClasses offender = new ClassFileImporter().importClasses(ReadsGoogle.class);

        assertThat(PURE.evaluate(offender).hasViolation()).isTrue();
        assertThat(NO_CLOCK.evaluate(offender).hasViolation()).isTrue();
    }

    @Test
    void smokeSuitesReadNothingByThemselves() {
        classes()
                .that()
                .resideInAPackage("dev.sheetway.verify.smoke..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "dev.cel..",
                                "com.google.common.collect..",
                                "dev.sheetway.contracts..",
                                "dev.sheetway.verify.smoke..")
                        .or(belongToAnyOf(SmokeExpression.class))
                        .or(resideInAPackage("dev.sheetway.workspace")
                                .and(not(simpleName("SheetReader")))
                                .and(not(simpleName("SheetWriter")))))
                .check(SERVICE);
    }

    @Test
    void nothingInTheServiceCanWrite() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        simpleName("SheetWriter").or(simpleName("BackupDrive")).or(simpleName("EffectBatch")))
                .check(SERVICE);
    }

    @Test
    void onlyTheBeansKnowTheGoogleGateway() {
        noClasses()
                .that()
                .doNotHaveSimpleName("VerifyBeans")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.sheetway.workspace.google..", "com.google.api.."))
                .check(SERVICE);
    }
}
