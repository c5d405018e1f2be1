package dev.sheetway.workspace.google;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.sheets.v4.Sheets;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.SheetWriter;

/**
 * Everything that Sheetway asks of Google, behind our own ports. One per process; all of it is thread-safe and shares
 * quota and the titles of tabs.
 */
public final class GoogleWorkspace {
    private static final String APPLICATION = "sheetway";

    private final SheetWriter writer;
    private final SheetReader reader;
    private final BackupDrive drive;
    private final boolean emulated;

    private GoogleWorkspace(GatewaySettings settings, Pace pace) {
        GatewayListener listener = settings.listener();
        GoogleCalls calls =
                new GoogleCalls(new QuotaGate(settings.quotas(), pace, listener), settings.token(), pace, listener);
        Sheets sheets = sheets(settings);
        TabTitles titles = new TabTitles();
        GoogleSheetReader googleReader = new GoogleSheetReader(sheets, calls, titles, settings.maxCells());
        this.reader = googleReader;
        this.writer =
                new GoogleSheetWriter(googleReader, new BatchSender(sheets, calls), slots(settings.slots()), titles);
        this.drive = new GoogleBackupDrive(drive(settings), calls, titles);
        this.emulated = settings.emulated();
    }

    /** Makes no call yet. */
    public static GoogleWorkspace connect(GatewaySettings settings) {
        return connect(settings, Pace.real());
    }

    static GoogleWorkspace connect(GatewaySettings settings, Pace pace) {
        return new GoogleWorkspace(settings, pace);
    }

    public SheetReader reader() {
        return reader;
    }

    public SheetWriter writer() {
        return writer;
    }

    public BackupDrive drive() {
        return drive;
    }

    /** What stands behind the answers: {@code emulator} when the root URL is this machine, otherwise {@code google}. */
    public String source() {
        return emulated ? "emulator" : "google";
    }

    private static ExactlyOnce slots(GatewaySettings.SlotKind kind) {
        return switch (kind) {
            case NAMED_RANGE -> new NamedRangeSlots();
            case METADATA_ID -> new MetadataIdSlots();
        };
    }

    private static Sheets sheets(GatewaySettings settings) {
        Sheets.Builder builder = new Sheets.Builder(
                        new NetHttpTransport(), GsonFactory.getDefaultInstance(), timeouts(settings))
                .setApplicationName(APPLICATION);
        if (!settings.rootUrl().equals(GatewaySettings.GOOGLE)) {
            builder.setRootUrl(settings.rootUrl().toString());
        }
        return builder.build();
    }

    private static Drive drive(GatewaySettings settings) {
        Drive.Builder builder = new Drive.Builder(
                        new NetHttpTransport(), GsonFactory.getDefaultInstance(), timeouts(settings))
                .setApplicationName(APPLICATION);
        if (!settings.rootUrl().equals(GatewaySettings.GOOGLE)) {
            builder.setRootUrl(settings.rootUrl().toString());
        }
        return builder.build();
    }

    /** No repeating and no logging in the client: the first is ours to decide, the second would show cells and tokens. */
    private static HttpRequestInitializer timeouts(GatewaySettings settings) {
        return (HttpRequest request) -> request.setConnectTimeout(
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setNumberOfRetries(0)
                .setLoggingEnabled(false)
                .setCurlLoggingEnabled(false);
    }
}
