package dev.sheetway.workspace.probe;

import dev.sheetway.workspace.google.RawGoogle.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much fits, and what is said when it does not. */
final class LimitQuestions {
    private static final Pattern CELLS = Pattern.compile("limit of (\\d+) cells");
    private static final String RETRY_AFTER = "retryAfterSeconds";
    private static final int COLUMNS = 18_000;
    private static final int LAST_COLUMN = 18_278;
    private static final int MOST_READS = 400;

    private LimitQuestions() {}

    /** Whether nothing else can be asked for a minute afterwards. */
    static boolean isTiring(Question question) {
        return question.id().equals(RETRY_AFTER);
    }

    /** @param exhaustQuota whether the account's reads of one minute may be used up */
    static List<Experiment> all(boolean exhaustQuota) {
        return List.of(
                new Experiment(
                        Question.fixed(
                                "columnLimit", "Is column 18,279 refused, and in which words?", "REFUSE", "ACCEPT"),
                        LimitQuestions::columns),
                new Experiment(
                        new Question(
                                "cellLimit",
                                "How many cells may a spreadsheet have?",
                                "10000000",
                                List.of(Question.NUMBER, "MORE"),
                                Optional.of("cellLimit")),
                        LimitQuestions::cells),
                new Experiment(
                        Question.fixed(
                                "metadataLimit",
                                "Is more than 30,000 characters of metadata on one tab refused?",
                                "REFUSE",
                                "ACCEPT"),
                        LimitQuestions::metadata),
                new Experiment(
                        new Question(
                                RETRY_AFTER,
                                "Which Retry-After does a 429 carry? 0: none",
                                "0",
                                List.of(Question.NUMBER),
                                Optional.of(RETRY_AFTER)),
                        bench -> exhaustQuota
                                ? retryAfter(bench)
                                : Answer.notAsked("it would use up the account's reads of one minute; say so with"
                                        + " --exhaust-quota")));
    }

    private static Answer columns(Bench bench) {
        Tab tab = bench.tab(1, 1);
        Reply reply = bench.batch("{'appendDimension':{'sheetId':%d,'dimension':'COLUMNS','length':%d}}"
                .formatted(tab.sheetId(), LAST_COLUMN));
        return Answer.either(reply, "ACCEPT", "REFUSE");
    }

    /** Wide and low, so that little has to be made for many cells; each tab goes at once. */
    private static Answer cells(Bench bench) {
        for (int rows : new int[] {560, 1120}) {
            Reply reply = bench.batch(Ask.addSheet(bench.nextTitle(), rows, COLUMNS));
            if (!reply.ok()) {
                Matcher limit = CELLS.matcher(reply.message());
                return Answer.either(reply, "", limit.find() ? limit.group(1) : Answer.UNCLEAR);
            }
            bench.batch(Ask.deleteSheet(
                    reply.at("/replies/0/addSheet/properties/sheetId").intValue()));
        }
        return Answer.seen("MORE", "20,160,000 cells fit");
    }

    private static Answer metadata(Bench bench) {
        Tab tab = bench.tab(1, 1);
        return Answer.either(
                bench.batch(Ask.addMetadata(
                        bench.number(3), bench.key(), "x".repeat(30_001), "DOCUMENT", "'sheetId':" + tab.sheetId())),
                "ACCEPT",
                "REFUSE");
    }

    private static Answer retryAfter(Bench bench) {
        try {
            for (int i = 0; i < MOST_READS; i++) {
                RawAnswer answer = bench.google().unpacedRead(bench.id(), "?fields=spreadsheetId");
                if (answer.status() != 200) {
                    String seconds = answer.retryAfter()
                            .map(wait -> Long.toString(wait.toSeconds()))
                            .orElse("0");
                    return new Answer(
                            answer.status() == 429 ? seconds : Answer.UNCLEAR,
                            Optional.of(answer.status()),
                            "",
                            "at read " + (i + 1));
                }
            }
            return Answer.unclear(MOST_READS + " reads in a row were answered");
        } catch (IOException lost) {
            return Answer.unclear("no answer: " + lost.getClass().getSimpleName());
        }
    }
}
