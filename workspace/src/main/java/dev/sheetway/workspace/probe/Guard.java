package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;

/** Keeps a wrong id from doing harm: reads once, before anything is written. */
final class Guard {
    private static final String MASK =
            "?fields=properties.title,namedRanges.name,developerMetadata.metadataKey,spreadsheetId";

    private Guard() {}

    /** @throws NotDisposable unless the spreadsheet is marked disposable and bears no trace of a migration */
    static void check(Bench bench, ProbeOptions options) {
        Reply reply = bench.get(MASK);
        if (!reply.ok()) {
            throw new NotDisposable("spreadsheet \"" + bench.id() + "\": Google answered " + reply.status()
                    + ", expected its title; nothing written; check the id and share it with the account that asks");
        }
        String title = reply.at("/properties/title").asText();
        boolean named = title.toLowerCase(Locale.ROOT).contains("disposable");
        boolean confirmed = options.confirmedTitle().map(title::equals).orElse(false);
        if (!named && !confirmed) {
            throw new NotDisposable("spreadsheet \"" + bench.id() + "\" has the title \"" + title
                    + "\": expected one that contains \"disposable\"; nothing written; make an empty spreadsheet of"
                    + " such a title, or repeat this title with --title if nobody needs the spreadsheet");
        }
        if (marks(reply.body()).anyMatch(Guard::isOfAMigration)) {
            throw new NotDisposable("spreadsheet \"" + bench.id() + "\" bears the marks of a migration: expected none;"
                    + " nothing written; make an empty spreadsheet whose title contains \"disposable\"");
        }
    }

    private static Stream<String> marks(JsonNode body) {
        return Stream.concat(
                body.path("namedRanges").findValuesAsText("name").stream(),
                body.path("developerMetadata").findValuesAsText("metadataKey").stream());
    }

    private static boolean isOfAMigration(String mark) {
        boolean ours = mark.startsWith("sheetway_") || mark.startsWith("sheetway.");
        return ours && !mark.startsWith(Bench.NAME_PREFIX) && !mark.startsWith(Bench.KEY_PREFIX);
    }
}
