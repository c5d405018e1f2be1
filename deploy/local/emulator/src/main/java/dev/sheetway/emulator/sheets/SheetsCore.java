package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.access.Role;
import dev.sheetway.emulator.drive.FileEntries;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.store.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;

/** What the methods of the Sheets API share: the store, the settings, and opening a spreadsheet for a caller. */
public record SheetsCore(EmulatorStore store, Supplier<Settings> settings, Ids ids, Clock clock) {

    /** Parameters that every method of the API accepts [DISC]. */
    private static final Set<String> COMMON = Set.of(
            "$.xgafv",
            "access_token",
            "alt",
            "callback",
            "fields",
            "key",
            "oauth_token",
            "prettyPrint",
            "quotaUser",
            "uploadType",
            "upload_protocol",
            "userIp");

    /** One caller's work on one spreadsheet. */
    public record Session(
            Transaction tx, SpreadsheetModel model, ObjectNode entry, Principal principal, SheetsCore core)
            implements AutoCloseable {

        Settings settings() {
            return core.settings.get();
        }

        Protections protections() {
            boolean owner = FileEntries.role(tx, principal, entry) == Role.OWNER;
            return new Protections(principal.email(), owner);
        }

        LocalDate today() {
            return LocalDate.ofInstant(core.clock.instant(), ZoneOffset.UTC);
        }

        /** Keeps the changes; the file becomes newer and takes the spreadsheet's title for its name [REC]. */
        void commit() {
            ObjectNode changed = FileEntries.touched(entry, core.clock.instant(), settings());
            changed.put("name", model.title());
            tx.putFile(model.id(), changed);
            tx.commit();
        }

        @Override
        public void close() {
            tx.close();
        }
    }

    Session read(Call call) {
        return open(store.read(), call.principal(), call.variable("spreadsheetId"), false);
    }

    Session write(Call call) {
        return open(store.write(), call.principal(), call.variable("spreadsheetId"), true);
    }

    Session open(Transaction tx, Principal principal, String id, boolean write) {
        try {
            ObjectNode entry = FileEntries.forSheets(tx, principal, id, write, settings.get());
            SpreadsheetModel model = tx.spreadsheet(id).orElseThrow(ApiException::notFound);
            return new Session(tx, model, entry, principal, this);
        } catch (RuntimeException e) {
            tx.close();
            throw e;
        }
    }

    /** Refuses query parameters that the method does not have [KNOW text]. */
    static void checkParameters(Call call, String... accepted) {
        for (String name : call.request().query().names()) {
            if (!COMMON.contains(name) && !Set.of(accepted).contains(name)) {
                throw ApiException.invalid("Invalid JSON payload received. Unknown name \"" + name
                        + "\": Cannot bind query parameter. Field '" + name
                        + "' could not be found in request message.");
            }
        }
    }
}
