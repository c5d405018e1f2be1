package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What exactly-once effects stand on: ids and names that cannot be taken twice. */
final class SlotQuestions {
    private SlotQuestions() {}

    static List<Experiment> all() {
        return List.of(
                new Experiment(
                        Question.fixed(
                                "namedRangeOwnId", "Is a named range's id of our own form taken as it is?", "KEPT"),
                        SlotQuestions::ownId),
                new Experiment(
                        Question.switched(
                                "duplicateNamedRangeId",
                                "What becomes of a named range whose id is taken?",
                                "REFUSE",
                                "ASSIGN_ANOTHER",
                                "REPLACE"),
                        SlotQuestions::takenId),
                new Experiment(
                        Question.switched(
                                "duplicateNamedRangeName",
                                "What becomes of a named range whose name is taken?",
                                "REFUSE",
                                "ACCEPT"),
                        SlotQuestions::takenName),
                new Experiment(
                        Question.switched(
                                "duplicateMetadataId",
                                "What becomes of developer metadata whose id is taken, and in which words?",
                                "REFUSE",
                                "ASSIGN_ANOTHER",
                                "REPLACE"),
                        SlotQuestions::takenMetadataId),
                new Experiment(
                        Question.switched(
                                "addThenDeleteNamedRangeInOneBatch",
                                "Can a named range be made and deleted in one batch?",
                                "APPLY",
                                "REFUSE"),
                        SlotQuestions::addThenDelete));
    }

    private static Answer ownId(Bench bench) {
        Tab tab = bench.tab(1, 1);
        String name = bench.name("own");
        Reply reply = bench.batch(Ask.addNamedRange(name, name, tab.sheetId()));
        boolean kept = givenId(reply).equals(name);
        return Answer.either(reply, kept ? "KEPT" : "CHANGED", "REFUSE");
    }

    private static Answer takenId(Bench bench) {
        Tab tab = bench.tab(1, 1);
        String id = bench.name("id");
        bench.must("a named range", Ask.addNamedRange(id, bench.name("first"), tab.sheetId()));
        Reply reply = bench.batch(Ask.addNamedRange(id, bench.name("second"), tab.sheetId()));
        if (!reply.ok()) {
            return Answer.either(reply, "", "REFUSE");
        }
        if (!givenId(reply).equals(id)) {
            return Answer.of("ASSIGN_ANOTHER", reply);
        }
        JsonNode names = bench.get("?fields=namedRanges(namedRangeId,name)").at("/namedRanges");
        boolean firstIsGone = names.findValuesAsText("name").stream().noneMatch(bench.name("first")::equals);
        return Answer.of(firstIsGone ? "REPLACE" : Answer.UNCLEAR, reply);
    }

    private static String givenId(Reply reply) {
        return reply.at("/replies/0/addNamedRange/namedRange/namedRangeId").asText();
    }

    private static Answer takenName(Bench bench) {
        Tab tab = bench.tab(1, 1);
        String name = bench.name("name");
        bench.must("a named range", Ask.addNamedRange(bench.name("one"), name, tab.sheetId()));
        return Answer.either(
                bench.batch(Ask.addNamedRange(bench.name("two"), name, tab.sheetId())), "ACCEPT", "REFUSE");
    }

    private static Answer takenMetadataId(Bench bench) {
        int id = bench.number(1);
        bench.must("metadata", Ask.addMetadata(id, bench.key(), "first", "DOCUMENT", "'spreadsheet':true"));
        Reply reply = bench.batch(Ask.addMetadata(id, bench.key(), "second", "DOCUMENT", "'spreadsheet':true"));
        if (!reply.ok()) {
            return Answer.either(reply, "", "REFUSE");
        }
        int given = reply.at("/replies/0/createDeveloperMetadata/developerMetadata/metadataId")
                .intValue();
        if (given != id) {
            return Answer.of("ASSIGN_ANOTHER", reply);
        }
        List<String> values = bench.metadata(bench.id()).findValuesAsText("metadataValue");
        return Answer.of(values.contains("first") ? Answer.UNCLEAR : "REPLACE", reply);
    }

    private static Answer addThenDelete(Bench bench) {
        Tab tab = bench.tab(1, 1);
        String name = bench.name("brief");
        return Answer.either(
                bench.batch(Ask.addNamedRange(name, name, tab.sheetId()), Ask.deleteNamedRange(name)),
                "APPLY",
                "REFUSE");
    }
}
