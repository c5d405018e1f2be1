package dev.sheetway.workspace.probe;

import static dev.sheetway.workspace.probe.Probing.ID;
import static dev.sheetway.workspace.probe.Probing.OWNER;
import static dev.sheetway.workspace.probe.Probing.SERVICE;
import static dev.sheetway.workspace.probe.Probing.SERVICE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite that {@code doctor --probe-google} puts to a real account, put to the emulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleProbeIT {
    private static final ProbeOptions OPTIONS = ProbeOptions.of(ID, "test").withAccount(OWNER);

    private Probing probing;

    @TempDir
    Path directory;

    @BeforeAll
    void start() throws IOException {
        probing = new Probing();
    }

    @AfterEach
    void reset() {
        probing.admin().resetSettings();
        probing.admin().clearFaults();
    }

    @AfterAll
    void stop() {
        probing.close();
    }

    @Test
    void findsInTheEmulatorWhatTheCatalogueAssumesOfItAndLeavesNothingBehind() {
        String before = probing.content();
        String files = probing.files();

        ProbeReport report = probing.all(OPTIONS);

        assertThat(report.findings())
                .filteredOn(Finding::asked)
                .allSatisfy(finding -> assertThat(finding.answer().value())
                        .as(finding.question().id() + ": " + finding.answer())
                        .isEqualTo(finding.question().assumed()))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(report.findings())
                .filteredOn(finding -> !finding.asked())
                .extracting(finding -> finding.question().id())
                .containsExactlyInAnyOrder(
                        "serviceAccountStorage", "contentRestrictionInSharedDrive", "retryAfterSeconds");
        assertThat(report.passed()).isTrue();
        assertThat(report.slots()).containsExactly("NAMED_RANGE", "METADATA_ID");
        assertThat(report.leftBehind()).isEmpty();
        assertThat(probing.content()).isEqualTo(before);
        assertThat(probing.files()).isEqualTo(files);
    }

    @Test
    void aServiceAccountThatNamesAFolderIsAskedTheRest() {
        ProbeOptions options = ProbeOptions.of(ID, "test").withAccount(SERVICE).withFolder(Emulator.BACKUP_FOLDER_ID);

        ProbeReport report = probing.some(
                SERVICE_TOKEN,
                options,
                Set.of("serviceAccountStorage", "metadataOnFileCopy", "contentRestrictionInSharedDrive"));

        assertThat(report.answer("serviceAccountStorage").orElseThrow().value()).isEqualTo("REFUSE");
        assertThat(report.answer("metadataOnFileCopy").orElseThrow().value()).isEqualTo("KEEP");
        assertThat(report.answer("contentRestrictionInSharedDrive")
                        .orElseThrow()
                        .value())
                .isEqualTo("BLOCKED");
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void aServiceAccountWithoutAFolderSaysWhatItLacks() {
        Answer answer =
                probing.one(SERVICE_TOKEN, ProbeOptions.of(ID, "test").withAccount(SERVICE), "metadataOnFileCopy");

        assertThat(answer.value()).isEqualTo(Answer.NOT_ASKED);
        assertThat(answer.note()).contains("--folder");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "duplicateNamedRangeId, `\"ASSIGN_ANOTHER\"`, duplicateNamedRangeId, ASSIGN_ANOTHER",
                "duplicateNamedRangeId, `\"REPLACE\"`, duplicateNamedRangeId, REPLACE",
                "duplicateNamedRangeName, `\"ACCEPT\"`, duplicateNamedRangeName, ACCEPT",
                "duplicateMetadataId, `\"ASSIGN_ANOTHER\"`, duplicateMetadataId, ASSIGN_ANOTHER",
                "duplicateMetadataId, `\"REPLACE\"`, duplicateMetadataId, REPLACE",
                "addThenDeleteNamedRangeInOneBatch, `\"REFUSE\"`, addThenDeleteNamedRangeInOneBatch, REFUSE",
                "copyPasteThenDeleteInOneBatch, `\"REFUSE\"`, copyPasteThenDeleteInOneBatch, REFUSE",
                "deleteDimensionThroughMerge, `\"REFUSE\"`, deleteDimensionThroughMerge, REFUSE",
                "insertedDimensionValidation, `\"INHERIT\"`, insertedDimensionValidation, INHERIT",
                "partiallyOutOfGridRead, `\"CLAMP\"`, partiallyOutOfGridRead, CLAMP",
                "partiallyOutOfGridRead, `\"CLAMP\"`, partiallyOutOfGridGet, CLAMP",
                "metadataOnFileCopy, `\"DROP\"`, metadataOnFileCopy, DROP",
                "metadataOnFileCopy, `\"DROP\"`, projectMetadataOnFileCopy, DROP",
                "metadataOnFileCopy, `\"DROP\"`, copiedMetadataDeletable, NOT_ASKED",
                "metadataOnSheetCopy, `\"KEEP\"`, metadataOnSheetCopy, KEEP",
                "metadataOnSheetCopy, `\"KEEP\"`, metadataOnDuplicateSheet, KEEP",
                "protectionEditorsOnFileCopy, `\"KEEP\"`, protectionEditorsOnFileCopy, KEEP",
                "contentRestrictionOnOwner, `\"ALLOWED\"`, contentRestrictionOnOwner, ALLOWED",
                "commentUpdateState, true, commentUpdateState, true",
                "modifiedTimeLagSeconds, 180, modifiedTimeLag, LATER",
                "nameLagSeconds, 180, listingLag, LATER",
                "cellLimit, 20000000, cellLimit, 20000000",
                "cellLimit, 100000000, cellLimit, MORE",
            })
    void theAnswerFollowsTheSwitch(String key, String setting, String question, String expected) {
        probing.admin().settings("{\"" + key + "\":" + setting + "}");

        Answer answer = probing.one(question);

        assertThat(answer.value()).as(answer.toString()).isEqualTo(expected);
    }

    @Test
    void aServiceAccountThatMayStoreIsFoundOut() {
        probing.admin().settings("{\"serviceAccountStorage\":\"ALLOW\"}");

        assertThat(probing.one(SERVICE_TOKEN, ProbeOptions.of(ID, "test").withAccount(SERVICE), "serviceAccountStorage")
                        .value())
                .isEqualTo("ALLOW");
    }

    @ParameterizedTest
    @CsvSource({"owner,0,0", SERVICE_TOKEN + ",17,17"})
    void readsRetryAfterWhenTheQuotaMayBeUsedUp(String token, int sent, String found) {
        probing.admin().settings("{\"quotas\":true,\"readsPerMinutePerUser\":40,\"retryAfterSeconds\":" + sent + "}");

        ProbeReport report =
                probing.some(token, OPTIONS.exhaustingQuota(), Set.of("retryAfterSeconds", "commentUpdateState"));

        Answer answer = report.answer("retryAfterSeconds").orElseThrow();
        assertThat(answer.value()).as(answer.toString()).isEqualTo(found);
        assertThat(answer.status()).contains(429);
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void namesTheSwitchToChangeWhereAnAnswerDiffers() {
        probing.admin().settings("{\"duplicateNamedRangeId\":\"REPLACE\"}");

        Finding finding = probing.some("owner", OPTIONS, Set.of("duplicateNamedRangeId"))
                .findings()
                .getFirst();

        assertThat(finding.differs()).isTrue();
        assertThat(finding.advice())
                .isEqualTo("change the emulator's default of \"duplicateNamedRangeId\": \"duplicateNamedRangeId\" was"
                        + " found to be REPLACE, not REFUSE");
    }

    @Test
    void doesNotPassWhenNoSlotHolds() {
        Set<String> slots =
                Set.of("namedRangeOwnId", "duplicateNamedRangeId", "duplicateNamedRangeName", "duplicateMetadataId");
        probing.admin().settings("{\"duplicateNamedRangeId\":\"REPLACE\",\"duplicateNamedRangeName\":\"ACCEPT\"}");
        ProbeReport metadataAlone = probing.some("owner", OPTIONS, slots);
        probing.admin().settings("{\"duplicateMetadataId\":\"REPLACE\"}");

        ProbeReport none = probing.some("owner", OPTIONS, slots);

        assertThat(metadataAlone.slots()).containsExactly("METADATA_ID");
        assertThat(metadataAlone.passed()).isTrue();
        assertThat(none.slots()).isEmpty();
        assertThat(none.findings()).allMatch(Finding::foreseen);
        assertThat(none.passed()).isFalse();
    }

    @Test
    void oneExperimentThatIsNotAnsweredIsUnclearAndTheOthersGoOn() {
        probing.admin()
                .faults(
                        "[{\"method\":\"sheets.spreadsheets.batchUpdate\",\"containing\":\"_brief\",\"kind\":\"status\","
                                + "\"status\":503}]");

        ProbeReport report =
                probing.some("owner", OPTIONS, Set.of("addThenDeleteNamedRangeInOneBatch", "commentUpdateState"));

        assertThat(report.answer("addThenDeleteNamedRangeInOneBatch")
                        .orElseThrow()
                        .value())
                .isEqualTo(Answer.UNCLEAR);
        assertThat(report.answer("commentUpdateState").orElseThrow().value()).isEqualTo("false");
        assertThat(report.passed()).isFalse();
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void takesAwayWhatAKilledProbeLeft() {
        Bench killed = new Bench(probing.as("owner"), ID, "0badcafe");
        String before = probing.content();
        Tab tab = killed.tab(1, 2);
        killed.must("a mark", Ask.addNamedRange(killed.name("x"), killed.name("x"), tab.sheetId()));
        killed.must("a mark", Ask.addMetadata(7, killed.key(), "v", "DOCUMENT", "'spreadsheet':true"));

        probing.some("owner", OPTIONS, Set.of());

        assertThat(probing.content()).isEqualTo(before);
    }

    @Test
    void refusesASpreadsheetThatIsNotMarkedDisposableAndWritesNothing() throws IOException {
        SpreadsheetId production = new SpreadsheetId("production");
        probing.spreadsheet(production, "Operaciones");
        ProbeOptions options = ProbeOptions.of(production, "test");

        assertThatThrownBy(() -> probing.all(options))
                .isInstanceOf(NotDisposable.class)
                .hasMessageContaining("has the title \"Operaciones\": expected one that contains \"disposable\"")
                .hasMessageContaining("nothing written");
        assertThatThrownBy(() -> probing.all(options.withConfirmedTitle("operaciones")))
                .isInstanceOf(NotDisposable.class);

        assertThat(probing.admin().counts(production.value()).path("writes").asInt())
                .isZero();
        assertThat(probing.some("owner", options.withConfirmedTitle("Operaciones"), Set.of("commentUpdateState"))
                        .leftBehind())
                .isEmpty();
    }

    @Test
    void refusesASpreadsheetThatAMigrationHasMarkedWhateverItIsCalled() throws IOException {
        SpreadsheetId migrated = new SpreadsheetId("migrated");
        probing.spreadsheet(migrated, "disposable");
        new Bench(probing.as("owner"), migrated, "0badcafe")
                .must("a mark", Ask.addMetadata(5, "sheetway.schema", "{}", "DOCUMENT", "'spreadsheet':true"));
        probing.admin().clearCounts();

        assertThatThrownBy(() -> probing.all(ProbeOptions.of(migrated, "test").withConfirmedTitle("disposable")))
                .isInstanceOf(NotDisposable.class)
                .hasMessageContaining("bears the marks of a migration");
        assertThat(probing.admin().counts(migrated.value()).path("writes").asInt())
                .isZero();
    }

    @Test
    void theEvidenceNamesNoOneAndRepeatsNoCell() throws IOException {
        ProbeReport report = probing.some(
                "owner",
                OPTIONS,
                Set.of("duplicateNamedRangeId", "metadataOnFileCopy", "protectionEditorsOnFileCopy", "columnLimit"));

        Path file = Evidence.write(report, directory.resolve("new"));

        assertThat(file.getFileName().toString()).matches("emulator-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ\\.json");
        assertThat(Files.readString(file))
                .contains("\"question\" : \"duplicateNamedRangeId\"", "\"answer\" : \"REFUSE\"", "\"status\" : 400")
                .contains("already exists")
                .contains("\"account\" : \"" + Evidence.digest(OWNER) + "\"")
                .doesNotContain(OWNER, ID.value(), Probing.SECRET, "@", "Bearer");
    }
}
