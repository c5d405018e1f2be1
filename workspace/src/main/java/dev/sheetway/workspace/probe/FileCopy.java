package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.SpreadsheetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One Drive copy of the disposable spreadsheet, made when first asked for, with marks in the original beforehand. First
 * into My Drive; where a service account may not, into the folder that was named.
 */
final class FileCopy {
    static final String PROPERTY = "sheetwayProbe";

    private final Optional<String> folderId;
    private @Nullable Tab source;
    private @Nullable Reply intoMyDrive;
    private @Nullable SpreadsheetId copy;
    private boolean owned;

    FileCopy(Optional<String> folderId) {
        this.folderId = folderId;
    }

    /** What Drive said to a copy into My Drive. */
    Reply intoMyDrive(Bench bench) {
        Reply known = intoMyDrive;
        if (known == null) {
            source = marked(bench);
            known = copyInto(bench, "root");
            intoMyDrive = known;
        }
        return known;
    }

    /** The copy. */
    SpreadsheetId of(Bench bench) {
        Reply first = intoMyDrive(bench);
        if (copy == null && folderId.isPresent()) {
            Bench.required("a copy into the folder", copyInto(bench, folderId.get()));
        }
        SpreadsheetId made = copy;
        if (made == null) {
            throw isFull(first)
                    ? Unanswered.lacking("the account may own no copy; name a folder of a shared drive with --folder")
                    : new Unanswered("a copy was refused", first);
        }
        return made;
    }

    /** Whether the account has no room in My Drive, as is the rule for service accounts. */
    static boolean isFull(Reply reply) {
        return reply.status() == 403 && reply.reason().equals("storageQuotaExceeded");
    }

    /** The tab of the original that carries the marks. */
    Tab source(Bench bench) {
        intoMyDrive(bench);
        Tab tab = source;
        if (tab == null) {
            throw new Unanswered("the original could not be marked");
        }
        return tab;
    }

    /** Whether the copy belongs to the account itself instead of to a shared drive. */
    boolean isOwned(Bench bench) {
        of(bench);
        return owned;
    }

    /** Protection, a named range, and metadata of both visibilities on spreadsheet and column. */
    private static Tab marked(Bench bench) {
        Tab tab = bench.tab(2, 3, "'numberValue':1");
        String name = bench.name("copied");
        bench.must(
                "marks",
                Ask.protect(Ask.grid(tab.sheetId(), 0, 1, 0, 1)),
                Ask.addNamedRange(name, name, tab.sheetId()),
                Ask.addMetadata(bench.number(10), bench.key(), "copy-document", "DOCUMENT", "'spreadsheet':true"),
                Ask.addMetadata(bench.number(11), bench.key(), "copy-project", "PROJECT", "'spreadsheet':true"),
                Ask.addMetadata(
                        bench.number(12), bench.key(), "copy-column", "DOCUMENT", Ask.onColumn(tab.sheetId(), 1)));
        return tab;
    }

    private Reply copyInto(Bench bench, String folder) {
        String name = bench.nextTitle();
        Reply reply = bench.drive(
                "POST",
                "files/" + bench.id() + "/copy?supportsAllDrives=true&fields=id,ownedByMe,modifiedTime",
                "{'name':'%s','parents':['%s'],'appProperties':{'%s':'%s'}}"
                        .formatted(name, folder, PROPERTY, bench.key()));
        accept(bench, reply, name);
        return reply;
    }

    private void accept(Bench bench, Reply reply, String name) {
        JsonNode id = reply.at("/id");
        if (reply.ok() && id.isTextual()) {
            SpreadsheetId made = new SpreadsheetId(id.asText());
            bench.owns(made, name);
            copy = made;
            owned = reply.at("/ownedByMe").asBoolean();
        }
    }
}
