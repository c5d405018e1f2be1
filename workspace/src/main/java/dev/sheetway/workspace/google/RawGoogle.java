package dev.sheetway.workspace.google;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import dev.sheetway.contracts.SpreadsheetId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends JSON as it stands and hands back what Google says, for asking how Google behaves. Quota, token, time-outs and
 * repetition are the gateway's. Never for migrations: nothing here makes an effect happen only once.
 */
public final class RawGoogle {
    private static final String DRIVE = "https://www.googleapis.com/";
    private static final int REJECTED = 401;
    private static final int OVERLOADED = 429;
    private static final int BROKEN = 500;

    private final GatewaySettings settings;
    private final GoogleCalls calls;
    private final HttpRequestFactory http;

    private RawGoogle(GatewaySettings settings, Pace pace) {
        this.settings = settings;
        this.calls = new GoogleCalls(
                new QuotaGate(settings.quotas(), pace, settings.listener()),
                settings.token(),
                pace,
                settings.listener());
        this.http = new NetHttpTransport().createRequestFactory();
    }

    /**
     * An answer of Google's own, success or refusal.
     *
     * @param body may repeat what stands in cells
     * @param retryAfter the header, when it is there and in seconds
     */
    public record RawAnswer(int status, String body, Optional<Duration> retryAfter) {}

    /** Makes no call yet. */
    public static RawGoogle connect(GatewaySettings settings) {
        return connect(settings, Pace.real());
    }

    static RawGoogle connect(GatewaySettings settings, Pace pace) {
        return new RawGoogle(settings, pace);
    }

    /** As {@link GoogleWorkspace#source()}. */
    public String source() {
        return settings.emulated() ? "emulator" : "google";
    }

    /**
     * GETs below {@code /v4/spreadsheets/ID}.
     *
     * @param rest encoded, such as {@code ?fields=properties} or {@code /values/A1}
     * @throws dev.sheetway.workspace.GatewayException for 401, 429, 5xx other than 501, and when there is no answer or no token
     */
    public RawAnswer sheetsRead(SpreadsheetId id, String rest) {
        return make(Operation.sheetsRead(id, "asking"), "GET", sheets(id, rest), Optional.empty());
    }

    /** POSTs JSON below {@code /v4/spreadsheets/ID}; throws as {@link #sheetsRead}. */
    public RawAnswer sheetsWrite(SpreadsheetId id, String rest, String json) {
        return make(Operation.sheetsWrite(id, "trying"), "POST", sheets(id, rest), Optional.of(json));
    }

    /** GETs below {@code /drive/v3/}; throws as {@link #sheetsRead}. */
    public RawAnswer driveRead(SpreadsheetId about, String path) {
        return make(Operation.driveRead(about, "asking Drive"), "GET", drive(path), Optional.empty());
    }

    /** Any method below {@code /drive/v3/}; an empty body is none. Throws as {@link #sheetsRead}. */
    public RawAnswer driveWrite(SpreadsheetId about, String method, String path, String json) {
        Optional<String> body = json.isEmpty() ? Optional.empty() : Optional.of(json);
        return make(Operation.driveWrite(about, "trying in Drive"), method, drive(path), body);
    }

    /**
     * Reads once without waiting for quota, whatever comes back: for finding out how Google says that it is enough.
     *
     * @throws IOException when no answer came
     */
    public RawAnswer unpacedRead(SpreadsheetId id, String rest) throws IOException {
        return answer(
                "GET", sheets(id, rest), Optional.empty(), settings.token().bearer());
    }

    private RawAnswer make(Operation operation, String method, String url, Optional<String> json) {
        return calls.make(operation, bearer -> {
            RawAnswer answer = answer(method, url, json, bearer);
            if (answer.status() == REJECTED
                    || answer.status() == OVERLOADED
                    || isBroken(answer.status())
                    || isRateLimit(answer)) {
                throw refusal(answer);
            }
            return answer;
        });
    }

    /** 501 is an answer: not offered. */
    private static boolean isBroken(int status) {
        return status >= BROKEN && status != 501;
    }

    private static HttpResponseException refusal(RawAnswer answer) {
        HttpHeaders headers = new HttpHeaders();
        answer.retryAfter().ifPresent(wait -> headers.setRetryAfter(Long.toString(wait.toSeconds())));
        return new HttpResponseException.Builder(answer.status(), "", headers)
                .setContent(answer.body())
                .build();
    }

    private static boolean isRateLimit(RawAnswer answer) {
        return answer.status() == 403
                && Refusal.of(403, answer.body(), null).says("rateLimitExceeded", "userRateLimitExceeded");
    }

    private RawAnswer answer(String method, String url, Optional<String> json, String bearer) throws IOException {
        // The transport of the JDK knows no PATCH; Google's own client sends it this way, too.
        boolean patch = method.equals("PATCH");
        HttpRequest request = http.buildRequest(
                patch ? "POST" : method,
                new GenericUrl(url, true),
                json.map(RawGoogle::content).orElse(null));
        if (patch) {
            request.getHeaders().set("X-HTTP-Method-Override", "PATCH");
        }
        request.getHeaders().setAuthorization("Bearer " + bearer).setUserAgent("sheetway-probe");
        request.setConnectTimeout(Math.toIntExact(settings.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(settings.readTimeout().toMillis()))
                .setNumberOfRetries(0)
                .setThrowExceptionOnExecuteError(false)
                .setLoggingEnabled(false)
                .setCurlLoggingEnabled(false);
        HttpResponse response = request.execute();
        try (InputStream body = response.getContent()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new RawAnswer(
                    response.getStatusCode(),
                    text,
                    Refusal.seconds(response.getHeaders().getRetryAfter()));
        } finally {
            response.disconnect();
        }
    }

    private static HttpContent content(String json) {
        return new ByteArrayContent("application/json; charset=UTF-8", json.getBytes(StandardCharsets.UTF_8));
    }

    private String sheets(SpreadsheetId id, String rest) {
        return settings.rootUrl() + "v4/spreadsheets/" + id.value() + rest;
    }

    private String drive(String path) {
        return (settings.rootUrl().equals(GatewaySettings.GOOGLE) ? DRIVE : settings.rootUrl()) + "drive/v3/" + path;
    }
}
