package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.SpreadsheetId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a copy of the file, or of a tab, takes along. */
final class CopyQuestions {
    private static final String MARKS =
            "?fields=namedRanges(namedRangeId,name),sheets(properties(sheetId,title),protectedRanges(editors))";

    private final FileCopy copy;
    private final boolean serviceAccount;

    private CopyQuestions(FileCopy copy, boolean serviceAccount) {
        this.copy = copy;
        this.serviceAccount = serviceAccount;
    }

    /** @param account e-mail address of who asks, when it is known */
    static List<Experiment> all(FileCopy copy, Optional<String> account) {
        boolean service =
                account.map(email -> email.endsWith(".gserviceaccount.com")).orElse(false);
        CopyQuestions questions = new CopyQuestions(copy, service);
        return Stream.concat(questions.ofTheFile(), questions.ofMetadata()).toList();
    }

    private Stream<Experiment> ofTheFile() {
        return Stream.of(
                new Experiment(
                        Question.switched(
                                "serviceAccountStorage",
                                "May a service account own a copy in My Drive?",
                                "REFUSE",
                                "ALLOW"),
                        this::storage),
                new Experiment(
                        Question.switchedBy(
                                "nameLagSeconds",
                                "listingLag",
                                "Does files.list show a new file at once?",
                                "AT_ONCE",
                                "LATER"),
                        this::listing),
                new Experiment(
                        Question.fixed(
                                "sheetIdsOnFileCopy", "Does a copy of the file keep the ids of its tabs?", "KEEP"),
                        this::sheetIds),
                new Experiment(
                        Question.fixed(
                                "namedRangeIdsOnFileCopy",
                                "Does a copy of the file keep named ranges and their ids?",
                                "KEEP"),
                        this::namedRanges),
                new Experiment(
                        Question.switched(
                                "protectionEditorsOnFileCopy",
                                "Are the editors of protected ranges reset in a copy of the file?",
                                "RESET",
                                "KEEP"),
                        this::editors));
    }

    private Stream<Experiment> ofMetadata() {
        return Stream.of(
                new Experiment(
                        Question.switched(
                                "metadataOnFileCopy",
                                "Does a copy of the file keep metadata of visibility DOCUMENT?",
                                "KEEP",
                                "DROP"),
                        bench -> metadata(bench, "copy-document", "copy-column")),
                new Experiment(
                        Question.switchedBy(
                                "metadataOnFileCopy",
                                "projectMetadataOnFileCopy",
                                "Does a copy of the file keep metadata of visibility PROJECT?",
                                "KEEP",
                                "DROP"),
                        bench -> metadata(bench, "copy-project")),
                new Experiment(
                        Question.fixed(
                                "copiedMetadataDeletable",
                                "Can metadata that came with a copy be deleted?",
                                "APPLY",
                                "REFUSE"),
                        this::deletable),
                new Experiment(
                        Question.switched(
                                "metadataOnSheetCopy", "Does copyTo keep a column's metadata?", "DROP", "KEEP"),
                        CopyQuestions::copyTo),
                new Experiment(
                        Question.switchedBy(
                                "metadataOnSheetCopy",
                                "metadataOnDuplicateSheet",
                                "Does duplicateSheet keep a column's metadata?",
                                "DROP",
                                "KEEP"),
                        CopyQuestions::duplicate),
                new Experiment(
                        Question.fixed(
                                "deleteMetadataWithoutMatch",
                                "Is deleting metadata that is not there refused?",
                                "APPLY",
                                "REFUSE"),
                        bench -> Answer.either(
                                bench.batch(Ask.deleteMetadata(bench.key() + ".none")), "APPLY", "REFUSE")));
    }

    private Answer storage(Bench bench) {
        Reply reply = copy.intoMyDrive(bench);
        if (!serviceAccount) {
            return Answer.notAsked("the account is not known to be a service account");
        }
        return Answer.of(reply.ok() ? "ALLOW" : FileCopy.isFull(reply) ? "REFUSE" : Answer.UNCLEAR, reply);
    }

    private Answer listing(Bench bench) {
        SpreadsheetId made = copy.of(bench);
        String query =
                Bench.encoded("appProperties has { key='" + FileCopy.PROPERTY + "' and value='" + bench.key() + "' }");
        Reply reply = Bench.required(
                "files.list",
                bench.driveGet(
                        "files?supportsAllDrives=true&includeItemsFromAllDrives=true&fields=files(id)&q=" + query));
        boolean listed = reply.body().findValuesAsText("id").contains(made.value());
        return Answer.of(listed ? "AT_ONCE" : "LATER", reply);
    }

    private Answer sheetIds(Bench bench) {
        int id = copy.source(bench).sheetId();
        Reply reply = Bench.required("a read of the copy", bench.get(copy.of(bench), MARKS));
        boolean kept = sheet(reply, copy.source(bench).title())
                        .at("/properties/sheetId")
                        .asInt()
                == id;
        return Answer.of(kept ? "KEEP" : "CHANGE", reply);
    }

    private Answer namedRanges(Bench bench) {
        Reply reply = Bench.required("a read of the copy", bench.get(copy.of(bench), MARKS));
        for (JsonNode range : reply.at("/namedRanges")) {
            if (range.path("name").asText().equals(bench.name("copied"))) {
                boolean same = range.path("namedRangeId").asText().equals(bench.name("copied"));
                return Answer.of(same ? "KEEP" : "CHANGE", reply);
            }
        }
        return Answer.of("DROP", reply);
    }

    /** Counts alone are noted: who may edit is nobody's business. */
    private Answer editors(Bench bench) {
        String title = copy.source(bench).title();
        SpreadsheetId made = copy.of(bench);
        JsonNode before = editors(bench.get(bench.id(), MARKS), title);
        Reply reply = bench.get(made, MARKS);
        JsonNode after = editors(reply, title);
        if (before.size() < 2) {
            return Answer.notAsked("share the spreadsheet with one more editor: who is alone cannot be reset");
        }
        return Answer.of(before.equals(after) ? "KEEP" : "RESET", reply)
                .noting(before.size() + " editors before, " + after.size() + " in the copy");
    }

    private static JsonNode editors(Reply reply, String title) {
        return sheet(Bench.required("a read", reply), title).at("/protectedRanges/0/editors/users");
    }

    private static JsonNode sheet(Reply reply, String title) {
        for (JsonNode sheet : reply.at("/sheets")) {
            if (sheet.at("/properties/title").asText().equals(title)) {
                return sheet;
            }
        }
        throw new Unanswered("the copy has no tab \"" + title + "\"");
    }

    private Answer metadata(Bench bench, String... values) {
        List<String> found = bench.metadata(copy.of(bench)).findValuesAsText("metadataValue");
        long kept = Stream.of(values).filter(found::contains).count();
        return Answer.seen(kept == values.length ? "KEEP" : kept == 0 ? "DROP" : "PARTLY", "");
    }

    private Answer deletable(Bench bench) {
        SpreadsheetId made = copy.of(bench);
        if (bench.metadata(made).isEmpty()) {
            return Answer.notAsked("no metadata came with the copy");
        }
        Reply reply = bench.batchOn(made, "", Ask.deleteMetadata(bench.key()));
        if (!reply.ok()) {
            return Answer.either(reply, "", "REFUSE");
        }
        return Answer.of(bench.metadata(made).isEmpty() ? "APPLY" : "IGNORED", reply);
    }

    private static Answer copyTo(Bench bench) {
        Tab tab = anchored(bench, 20);
        Reply reply = bench.post(
                bench.id(),
                "/sheets/" + tab.sheetId() + ":copyTo",
                "{'destinationSpreadsheetId':'" + bench.id() + "'}");
        return onCopy(bench, tab, reply, reply.at("/sheetId").asInt());
    }

    private static Answer duplicate(Bench bench) {
        Tab tab = anchored(bench, 21);
        Reply reply = bench.batch("{'duplicateSheet':{'sourceSheetId':%d,'newSheetName':'%s'}}"
                .formatted(tab.sheetId(), bench.nextTitle()));
        return onCopy(
                bench,
                tab,
                reply,
                reply.at("/replies/0/duplicateSheet/properties/sheetId").asInt());
    }

    private static Tab anchored(Bench bench, int number) {
        Tab tab = bench.tab(1, 2, "'numberValue':1");
        bench.must(
                "metadata on a column",
                Ask.addMetadata(
                        bench.number(number), bench.key(), "anchor", "DOCUMENT", Ask.onColumn(tab.sheetId(), 1)));
        return tab;
    }

    private static Answer onCopy(Bench bench, Tab original, Reply reply, int copied) {
        if (!reply.ok() || copied == original.sheetId()) {
            return Answer.of(Answer.UNCLEAR, reply);
        }
        for (JsonNode entry : bench.metadata(bench.id())) {
            JsonNode place = entry.at("/developerMetadata/location/dimensionRange/sheetId");
            if (place.asInt() == copied) {
                return Answer.of("KEEP", reply);
            }
        }
        return Answer.of("DROP", reply);
    }
}
