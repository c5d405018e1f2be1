package dev.sheetway.workspace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.sheetway.workspace.google.EffectRecords;
import dev.sheetway.workspace.planted.AppendsValues;
import dev.sheetway.workspace.planted.ImportsGoogle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchRule PORTS_KNOW_NO_GOOGLE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace..")
            .and()
            .resideOutsideOfPackages(
                    "dev.sheetway.workspace.google..",
                    "dev.sheetway.workspace.probe..",
                    "dev.sheetway.workspace.archive..",
                    "dev.sheetway.workspace.restore..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.github.difflib..",
                    "dev.sheetway.contracts..",
                    "dev.sheetway.workspace",
                    "dev.sheetway.workspace.fingerprint..");

    private static final ArchRule ARCHIVE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace.archive..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "dev.sheetway.contracts..",
                    "dev.sheetway.workspace",
                    "dev.sheetway.workspace.archive..");

    /** Of the gateway it knows how a record that was read is found, and nothing of Google's clients. */
    private static final ArchRule RESTORE = classes()
            .that()
            .resideInAPackage("dev.sheetway.workspace.restore..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "com.fasterxml.jackson..",
                            "dev.sheetway.contracts..",
                            "dev.sheetway.workspace",
                            "dev.sheetway.workspace.archive..",
                            "dev.sheetway.workspace.fingerprint..",
                            "dev.sheetway.workspace.restore..")
                    .or(type(EffectRecords.class)));

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

    /**
     * Typed cells in batch updates are the only way to write: {@code values.*} takes texts that Google interprets, drops
     * nulls, names columns by letters and appends to tables that it finds by itself.
     */
    private static final ArchRule NO_VALUES = noClasses()
            .that()
            .resideInAPackage("dev.sheetway.workspace..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "com\\.google\\.api\\.services\\.sheets\\.v4\\.(Sheets\\$Spreadsheets\\$Values.*|"
                            + "model\\.(ValueRange|.*ValuesRequest|.*Values.*DataFilter.*|AppendCellsRequest|PasteDataRequest))");

    /** Letters of columns exist for {@code spreadsheets.get} alone, which knows nothing else and whose answers are checked. */
    private static final ArchRule LETTERS_FOR_READS_ALONE = classes()
            .that()
            .haveFullyQualifiedName("dev.sheetway.workspace.google.A1")
            .should()
            .onlyHaveDependentClassesThat()
            .haveFullyQualifiedName("dev.sheetway.workspace.google.GoogleSheetReader");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sheetway.workspace");

    @Test
    void onlyTheGooglePackageKnowsGoogle() {
        PORTS_KNOW_NO_GOOGLE.check(PRODUCTION);
        GOOGLE_PACKAGE.check(PRODUCTION);
        PROBE.check(PRODUCTION);
        ARCHIVE.check(PRODUCTION);
        RESTORE.check(PRODUCTION);
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
    void neverAppendsAndNeverWritesValuesThatGoogleInterprets() {
        NO_VALUES.check(PRODUCTION);
    }

    @Test
    void theRuleAgainstValuesBitesOnAPlantedViolation() {
        var result = NO_VALUES.evaluate(new ClassFileImporter().importClasses(AppendsValues.class));

        assertThat(result.getFailureReport().toString())
                .contains("AppendsValues", "Values.append(", "ValueRange.<init>");
    }

    @Test
    void columnsAreNamedByLettersInReadsAlone() {
        LETTERS_FOR_READS_ALONE.check(PRODUCTION);
    }

    @Test
    void theRuleAgainstLettersBitesOnTheTestsOwnUse() {
        JavaClasses withTests = new ClassFileImporter()
                .importPaths(
                        Path.of("target/classes/dev/sheetway/workspace/google/A1.class"),
                        Path.of("target/test-classes/dev/sheetway/workspace/google/PieceTest.class"));

        assertThat(LETTERS_FOR_READS_ALONE
                        .evaluate(withTests)
                        .getFailureReport()
                        .toString())
                .contains("PieceTest");
    }

    @Test
    void noSourceOutsideTheProbeSpeaksOfUserEnteredOrAppend() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getParent().endsWith("probe"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(50).allSatisfy(file -> assertThat(forbidden(Files.readString(file)))
                    .isEmpty());
        }
    }

    @Test
    void theRuleForSourcesBites() {
        assertThat(forbidden("option = \"USER_ENTERED\"; path + \":append?x=y\""))
                .containsExactly("USER_ENTERED", ":append");
    }

    private static List<String> forbidden(String source) {
        return Pattern.compile("USER_ENTERED|:append\\b")
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void googleNeverShowsInAPublicSignatureOfItsPackage() {
        var leaking = PRODUCTION.stream()
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
