package dev.sheetway.orchestrator.saga;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SagaDependenciesTest {
    private static final String SAGA = "dev.sheetway.orchestrator.saga";

    private static final DescribedPredicate<JavaClass> ALLOWED = resideInAnyPackage(
                    SAGA,
                    "dev.sheetway.contracts..",
                    "java.lang",
                    "java.lang.runtime",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    "java.time",
                    "org.jspecify.annotations")
            .and(DescribedPredicate.not(
                    DescribedPredicate.describe("a clock, randomness or the process", type -> Set.of(
                                    Clock.class.getName(),
                                    "java.time.InstantSource",
                                    "java.util.Random",
                                    "java.lang.Thread",
                                    "java.lang.System",
                                    "java.lang.Runtime")
                            .contains(type.getName()))))
            .as("the contracts and what is pure of java..");

    private static final ArchRule IMPORTS_CONTRACTS_ALONE =
            classes().that().resideInAPackage(SAGA).should().onlyDependOnClassesThat(ALLOWED);

    private static final ArchRule ASKS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(SAGA)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reads the time or draws lots",
                    (JavaCall<?> call) -> Set.of("now", "randomUUID", "random").contains(call.getName())));

    private final JavaClasses saga = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SAGA);

    @Test
    void importsTheContractsAlone() {
        assertThat(saga.size()).isGreaterThan(20);
        IMPORTS_CONTRACTS_ALONE.check(saga);
        ASKS_NO_CLOCK.check(saga);
    }

    /** Planted. */
    static final class ReadsTheClock {
        Instant time() {
            return Instant.now();
        }
    }

    /** Planted. */
    static final class KnowsALogger {
        final System.Logger logger = System.getLogger("saga");
    }

    /** Planted. */
    static final class KnowsJson {
        final Class<?> json = dev.sheetway.wire.Json.class;
    }

    @Test
    void theRuleBites() {
        assertThat(ASKS_NO_CLOCK
                        .evaluate(new ClassFileImporter().importClasses(ReadsTheClock.class))
                        .hasViolation())
                .isTrue();
        assertThat(IMPORTS_CONTRACTS_ALONE
                        .evaluate(new ClassFileImporter().importClasses(KnowsALogger.class))
                        .hasViolation())
                .isTrue();
        assertThat(IMPORTS_CONTRACTS_ALONE
                        .evaluate(new ClassFileImporter().importClasses(KnowsJson.class))
                        .hasViolation())
                .isTrue();
    }
}
