package dev.sheetway.workspace.google;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * How to reach Google.
 *
 * @param rootUrl {@code https://sheets.googleapis.com/} for Sheets and {@code https://www.googleapis.com/} for Drive
 *     are meant by {@link #GOOGLE}; any other URL serves both
 * @param token asked before each request
 * @param connectTimeout until a connection stands
 * @param readTimeout of silence until a call is given up; Google works on a request for up to 180 s, so less than that
 *     makes a slow write an unknown one
 * @param quotas what may be asked per minute
 * @param slots how an effect is made to happen once
 * @param maxCells that one call asks for at most; bounds memory, about 120 bytes each
 * @param listener hears each wait for quota and each repeated call
 */
public record GatewaySettings(
        URI rootUrl,
        TokenSource token,
        Duration connectTimeout,
        Duration readTimeout,
        Quotas quotas,
        SlotKind slots,
        int maxCells,
        GatewayListener listener) {
    /** Google itself. */
    public static final URI GOOGLE = URI.create("https://sheets.googleapis.com/");

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration READ = Duration.ofSeconds(200);
    private static final int CELLS = 200_000;

    /** How an effect is made to happen once. */
    public enum SlotKind {
        /** A named range of the effect's own id and name, which Google documents as unique. The default. */
        NAMED_RANGE,
        /** The record itself, under a developer metadata id that follows from the effect. */
        METADATA_ID
    }

    public GatewaySettings {
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || readTimeout.isNegative()
                || readTimeout.isZero()) {
            throw new IllegalArgumentException("connect time-out " + connectTimeout + ", read time-out " + readTimeout
                    + ": expected more than zero");
        }
        if (maxCells < 1) {
            throw new IllegalArgumentException("maxCells " + maxCells + ": expected 1 or more");
        }
        rootUrl = rootUrl.toString().endsWith("/") ? rootUrl : URI.create(rootUrl + "/");
    }

    public GatewaySettings(URI rootUrl, TokenSource token, Duration readTimeout, Quotas quotas) {
        this(rootUrl, token, CONNECT, readTimeout, quotas, SlotKind.NAMED_RANGE, CELLS, GatewayListener.SILENT);
    }

    /** Defaults: Google's own quotas, none towards an emulator, whose own business they are. */
    public static GatewaySettings of(URI rootUrl, TokenSource token) {
        return new GatewaySettings(rootUrl, token, READ, isLoopback(rootUrl) ? Quotas.unlimited() : Quotas.google());
    }

    public GatewaySettings withReadTimeout(Duration timeout) {
        return new GatewaySettings(rootUrl, token, connectTimeout, timeout, quotas, slots, maxCells, listener);
    }

    public GatewaySettings withQuotas(Quotas other) {
        return new GatewaySettings(rootUrl, token, connectTimeout, readTimeout, other, slots, maxCells, listener);
    }

    public GatewaySettings withSlots(SlotKind kind) {
        return new GatewaySettings(rootUrl, token, connectTimeout, readTimeout, quotas, kind, maxCells, listener);
    }

    public GatewaySettings withMaxCells(int cells) {
        return new GatewaySettings(rootUrl, token, connectTimeout, readTimeout, quotas, slots, cells, listener);
    }

    public GatewaySettings withListener(GatewayListener other) {
        return new GatewaySettings(rootUrl, token, connectTimeout, readTimeout, quotas, slots, maxCells, other);
    }

    /** Whether the emulator is meant: Google never answers on this machine. */
    boolean emulated() {
        return isLoopback(rootUrl);
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost();
        if (host == null) {
            throw new IllegalArgumentException("root URL \"" + url + "\": expected one with a host, such as " + GOOGLE);
        }
        boolean literal = host.matches("[0-9.]+") || host.startsWith("[");
        try {
            return host.equals("localhost")
                    || (literal && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("root URL \"" + url + "\": expected a valid address", e);
        }
    }
}
