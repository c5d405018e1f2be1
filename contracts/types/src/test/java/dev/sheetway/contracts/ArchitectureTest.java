package dev.sheetway.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule JAVA_ALONE = classes()
            .that()
            .resideInAPackage("dev.sheetway.contracts..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.sheetway.contracts..", "java..", "org.jspecify.annotations..");

    @Test
    void contractsDependOnJavaAlone() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.sheetway.contracts");

        assertThat(ours).hasSizeGreaterThan(40);
        JAVA_ALONE.check(ours);
    }

    @Test
    void theRuleBites() {
        JavaClasses planted = new ClassFileImporter().importClasses(ArchitectureTest.class);

        assertThat(JAVA_ALONE.evaluate(planted).hasViolation()).isTrue();
    }
}
