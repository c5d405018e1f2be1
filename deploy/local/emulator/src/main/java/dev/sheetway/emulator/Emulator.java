package dev.sheetway.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.admin.AdminEndpoint;
import dev.sheetway.emulator.admin.WorkbookFormat;
import dev.sheetway.emulator.admin.Workbooks;
import dev.sheetway.emulator.drive.DriveCore;
import dev.sheetway.emulator.drive.DriveRoutes;
import dev.sheetway.emulator.drive.SharedDrives;
import dev.sheetway.emulator.faults.FaultGate;
import dev.sheetway.emulator.http.Dispatcher;
import dev.sheetway.emulator.http.HttpShell;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.sheets.Ids;
import dev.sheetway.emulator.sheets.SheetsCore;
import dev.sheetway.emulator.sheets.SheetsRoutes;
import dev.sheetway.emulator.sheets.SpreadsheetContent;
import dev.sheetway.emulator.sheets.SpreadsheetMethods;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.workbook.WorkbookReader;
import dev.sheetway.emulator.workbook.WorkbookWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A running emulator. Closing it stops the server and closes the store; what was acknowledged is in the store either way. */
public final class Emulator implements AutoCloseable {

    /** The shared drive that exists from the first start. */
    public static final String SHARED_DRIVE_ID = SharedDrives.DRIVE_ID;
    /** The folder {@code Sheetway backups} in it, where service accounts may store copies. */
    public static final String BACKUP_FOLDER_ID = SharedDrives.BACKUP_FOLDER_ID;

    private final EmulatorStore store;
    private final HttpShell shell;
    private final String host;
    private final EmulatorAdmin admin;

    private Emulator(EmulatorStore store, HttpShell shell, String host, EmulatorAdmin admin) {
        this.store = store;
        this.shell = shell;
        this.host = host;
        this.admin = admin;
    }

    /**
     * Starts an emulator.
     *
     * @throws IOException when the address cannot be bound or the data directory cannot be made
     * @throws dev.sheetway.emulator.store.StoreException when the store is in use by another process
     */
    public static Emulator start(EmulatorOptions options) throws IOException {
        EmulatorStore store = new EmulatorStore(storeFile(options.dataDir()));
        try {
            SharedDrives.createDefault(store, options.clock().instant());
            return start(options, store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Emulator start(EmulatorOptions options, EmulatorStore store) throws IOException {
        AdminEndpoint.SettingsBox settings = new AdminEndpoint.SettingsBox();
        Long seed = options.seed();
        RandomGenerator random = seed == null ? new SecureRandom() : new Random(seed);
        Ids ids = new Ids(random);
        WorkbookFormat format = new PoiWorkbooks();
        SheetsCore sheets = new SheetsCore(store, settings::get, ids, options.clock());
        SpreadsheetContent content = new SpreadsheetContent(ids, settings::get, format::write);
        DriveCore drive = new DriveCore(store, settings::get, ids::file, options.clock(), content);
        SpreadsheetMethods edits = new SpreadsheetMethods(sheets);
        FaultGate gate = new FaultGate(options.clock(), settings::get, edits::userEdit, settings::change);
        Workbooks workbooks = new Workbooks(store, format, ids, options.clock(), options.shares());
        List<Route> routes = new ArrayList<>(SheetsRoutes.of(sheets));
        routes.addAll(DriveRoutes.of(drive));
        HttpShell shell = new HttpShell(
                new InetSocketAddress(options.host(), options.port()),
                new Dispatcher(routes, gate),
                new AdminEndpoint(workbooks, gate, settings));
        return new Emulator(store, shell, options.host(), new EmulatorAdmin(workbooks, gate, settings));
    }

    private static @Nullable Path storeFile(@Nullable Path dataDir) throws IOException {
        if (dataDir == null) {
            return null;
        }
        Files.createDirectories(dataDir);
        return dataDir.resolve("emulator.mv");
    }

    public int port() {
        return shell.port();
    }

    /** Such as {@code http://127.0.0.1:18090}, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://" + host + ":" + port());
    }

    /** What the admin endpoint does, without HTTP. */
    public EmulatorAdmin admin() {
        return admin;
    }

    @Override
    public void close() {
        shell.close();
        store.close();
    }

    /** The workbook reader and writer of this module. */
    private static final class PoiWorkbooks implements WorkbookFormat {

        @Override
        public ObjectNode read(byte[] bytes, String fileName) {
            return WorkbookReader.read(bytes, fileName);
        }

        @Override
        public byte[] write(ObjectNode spreadsheet) {
            return WorkbookWriter.write(spreadsheet);
        }
    }
}
