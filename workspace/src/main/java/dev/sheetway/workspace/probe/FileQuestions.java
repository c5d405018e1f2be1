package dev.sheetway.workspace.probe;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.List;

/** What Drive says of a file while it is edited; only ever asked of a copy that this run made. */
final class FileQuestions {
    private static final String WRITE = "'numberValue':5";
    private final FileCopy copy;

    private FileQuestions(FileCopy copy) {
        this.copy = copy;
    }

    static List<Experiment> all(FileCopy copy) {
        FileQuestions questions = new FileQuestions(copy);
        return List.of(
                new Experiment(
                        Question.switchedBy(
                                "modifiedTimeLagSeconds",
                                "modifiedTimeLag",
                                "Does Drive's modifiedTime show an edit at once?",
                                "AT_ONCE",
                                "LATER"),
                        questions::modifiedTime),
                new Experiment(
                        Question.switched(
                                "contentRestrictionOnOwner",
                                "Does a read-only content restriction stop the owner's API calls?",
                                "BLOCKED",
                                "ALLOWED"),
                        bench -> questions.restricted(bench, true)),
                new Experiment(
                        Question.fixed(
                                "contentRestrictionInSharedDrive",
                                "Does a read-only content restriction stop the API calls of a shared drive's member?",
                                "BLOCKED",
                                "ALLOWED"),
                        bench -> questions.restricted(bench, false)));
    }

    private Answer modifiedTime(Bench bench) {
        SpreadsheetId made = copy.of(bench);
        String before = modified(bench, made);
        Bench.required("a write", write(bench, made));
        return Answer.seen(modified(bench, made).equals(before) ? "LATER" : "AT_ONCE", "");
    }

    private static String modified(Bench bench, SpreadsheetId file) {
        return Bench.required(
                        "files.get", bench.driveGet("files/" + file + "?supportsAllDrives=true&fields=modifiedTime"))
                .at("/modifiedTime")
                .asText();
    }

    private Reply write(Bench bench, SpreadsheetId file) {
        return bench.batchOn(file, "", Ask.write(copy.source(bench).sheetId(), 0, 1, WRITE));
    }

    private Answer restricted(Bench bench, boolean asOwner) {
        SpreadsheetId made = copy.of(bench);
        if (copy.isOwned(bench) != asOwner) {
            return Answer.notAsked(
                    asOwner
                            ? "the copy belongs to a shared drive; ask with a person's credentials"
                            : "the copy belongs to the account; ask with a service account and --folder");
        }
        Bench.required("a content restriction", restrict(bench, made, true));
        Reply reply = write(bench, made);
        restrict(bench, made, false);
        boolean blocked = reply.status() == 403 || reply.refused();
        return Answer.of(reply.ok() ? "ALLOWED" : blocked ? "BLOCKED" : Answer.UNCLEAR, reply);
    }

    private static Reply restrict(Bench bench, SpreadsheetId file, boolean readOnly) {
        return bench.drive(
                "PATCH",
                "files/" + file + "?supportsAllDrives=true",
                "{'contentRestrictions':[{'readOnly':" + readOnly + "}]}");
    }
}
