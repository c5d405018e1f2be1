package dev.sheetway.emulator.support;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.sheets.v4.Sheets;
import dev.sheetway.emulator.Emulator;
import java.net.URI;

/** Google's own Java clients, pointed at an emulator. */
public final class Clients {

    public static final String SCHEMA = "emu.sa.schema-service.spreadsheets+drive";
    public static final String BACKUP = "emu.sa.backup-service.spreadsheets+drive";
    public static final String VERIFY = "emu.sa.verify-service.spreadsheets.readonly+drive.readonly";

    private Clients() {}

    public static Sheets sheets(Emulator emulator) {
        return sheets(emulator.baseUri(), "fake");
    }

    public static Sheets sheets(URI base, String token) {
        return new Sheets.Builder(
                        new NetHttpTransport(), GsonFactory.getDefaultInstance(), request -> request.getHeaders()
                                .setAuthorization("Bearer " + token))
                .setRootUrl(base + "/")
                .setApplicationName("test")
                .build();
    }

    public static Drive drive(Emulator emulator) {
        return drive(emulator.baseUri(), "fake");
    }

    public static Drive drive(URI base, String token) {
        return new Drive.Builder(
                        new NetHttpTransport(), GsonFactory.getDefaultInstance(), request -> request.getHeaders()
                                .setAuthorization("Bearer " + token))
                .setRootUrl(base + "/")
                .setApplicationName("test")
                .build();
    }
}
