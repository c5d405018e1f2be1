package dev.sheetway.workspace.google;

import static dev.sheetway.workspace.google.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.google.TokenSource.CredentialsRejected;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleCallsTest {
    private final CannedGoogle google = new CannedGoogle();
    private final FakePace pace = new FakePace(0.5);
    private final List<String> heard = new ArrayList<>();

    GoogleCallsTest() throws IOException {}

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void repeatsAReadThreeTimesInAllWithFullJitter() {
        google.answer(503, Wire.UNAVAILABLE).answer(500, "{}").html(502, "<html>");

        assertThatThrownBy(() -> connect(Wire.settings(google)).reader().open(ID))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE));

        assertThat(google.sent).hasSize(3);
        assertThat(pace.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(heard).containsExactly("google-unavailable 1 PT1S", "google-unavailable 2 PT2S");
    }

    @Test
    void retryAfterWinsOverTheJitter() {
        google.answer(429, "{}", Map.of("Retry-After", "11")).answer(200, "{}");

        connect(Wire.settings(google)).reader().open(ID);

        assertThat(pace.slept).containsExactly(Duration.ofSeconds(11));
    }

    @Test
    void aLongRetryAfterIsHandedToTheOrchestratorAtOnce() {
        google.answer(429, "{}", Map.of("Retry-After", "31"));

        assertThatThrownBy(() -> connect(Wire.settings(google)).reader().open(ID))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(31)));
        assertThat(pace.slept).isEmpty();
    }

    @Test
    void aRefusedConnectionIsRetryableForReadsAndUnknownForWrites() {
        GatewaySettings settings = Wire.settings(google);
        google.close();

        assertThatThrownBy(() -> connect(settings).reader().open(ID))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE);
                    assertThat(e.failure().code()).isEqualTo("google-unreachable");
                });
        assertThatThrownBy(() -> connect(settings).writer().apply(ID, Wire.batch(Wire.EXPAND)))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
                    assertThat(e.failure().code()).isEqualTo("google-unreachable");
                });
    }

    @Test
    void rejectedCredentialsAreAskedForOnceAndNothingIsSent() {
        TokenSource rejected = () -> {
            throw new CredentialsRejected("m");
        };

        assertThatThrownBy(() -> connect(GatewaySettings.of(google.url(), rejected))
                        .writer()
                        .apply(ID, Wire.batch(Wire.EXPAND)))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().failureClass()).isEqualTo(FailureClass.PAUSE));
        assertThat(google.sent).isEmpty();
        assertThat(pace.slept).isEmpty();
    }

    @Test
    void aTokenThatCannotBeHadForNowIsRetriedEvenForAWrite() {
        int[] asked = {0};
        TokenSource flaky = () -> {
            if (asked[0]++ == 0) {
                throw new SocketTimeoutException("m");
            }
            return "t";
        };
        google.answer(200, Wire.APPLIED);

        connect(GatewaySettings.of(google.url(), flaky)).writer().apply(ID, Wire.batch(Wire.EXPAND));

        assertThat(google.sent).hasSize(1);
    }

    @Test
    void googlesWordsNeverGetIntoAnException() {
        google.answer(400, "{\"error\":{\"code\":400,\"message\":\"SECRET cell\",\"status\":\"INVALID_ARGUMENT\"}}");

        assertThatThrownBy(() -> connect(Wire.settings(google)).reader().open(ID))
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    /** Through Google's own client, whose details are null for everything that is no JSON of its shape. */
    @ParameterizedTest
    @MethodSource("dev.sheetway.workspace.google.ErrorClassifierTest#bodies")
    void googlesClientHandsOnEveryKnownBodyWithoutLosingItsClass(
            int status, String body, FailureClass read, FailureClass write, String code) {
        for (int i = 0; i < 3; i++) {
            if (body.startsWith("<")) {
                google.html(status, body);
            } else {
                google.answer(status, body);
            }
        }

        assertThatThrownBy(() -> connect(Wire.settings(google)).reader().open(ID))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(read);
                    assertThat(e.failure().code()).isEqualTo(code);
                });
        assertThat(google.sent).hasSize(read == FailureClass.RETRYABLE ? 3 : 1);
    }

    @ParameterizedTest
    @MethodSource("dev.sheetway.workspace.google.ErrorClassifierTest#bodies")
    void driveIsUnderstoodLikeSheets(
            int status, String body, FailureClass read, FailureClass write, String code) {
        for (int i = 0; i < 3; i++) {
            google.answer(status, body);
        }

        assertThatThrownBy(() -> connect(Wire.settings(google))
                        .drive()
                        .copy(ID, "copy", Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.failure().failureClass()).isEqualTo(write);
                    assertThat(e.failure().code()).isEqualTo(code);
                });
        assertThat(google.sent)
                .as("a copy that may have been made is never made again here")
                .hasSize(write == FailureClass.RETRYABLE ? 3 : 1);
    }

    @ParameterizedTest
    @CsvSource({"0.0, PT0S, PT0S", "0.25, PT0.5S, PT1S", "0.75, PT1.5S, PT3S"})
    void jitterIsFullFromNothingToTheWholeOfADoublingBound(double chance, Duration first, Duration second) {
        FakePace other = new FakePace(chance);
        google.answer(503, Wire.UNAVAILABLE).answer(503, Wire.UNAVAILABLE).answer(200, "{}");

        GoogleWorkspace.connect(Wire.settings(google), other).reader().open(ID);

        assertThat(other.slept).containsExactly(first, second);
    }

    @Test
    void waitsThirtySecondsInAllAtMost() {
        google.answer(429, "{}", Map.of("Retry-After", "20")).answer(429, "{}", Map.of("Retry-After", "11"));

        assertThatThrownBy(() -> connect(Wire.settings(google)).reader().open(ID))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(11)));
        assertThat(pace.slept).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void everyTryCountsAgainstTheQuota() {
        google.answer(500, "{}").answer(200, "{}");
        Quotas one = new Quotas(1, 100, 1, 100, 100, Duration.ZERO);

        connect(Wire.settings(google).withQuotas(one)).reader().open(ID);

        assertThat(heard).contains("sheets-reads-per-user PT59S");
    }

    private GoogleWorkspace connect(GatewaySettings settings) {
        return GoogleWorkspace.connect(settings.withListener(new Listener()), pace);
    }

    private final class Listener implements GatewayListener {
        @Override
        public void repeating(SpreadsheetId spreadsheet, Failure failure, int attempt, Duration wait) {
            heard.add(failure.code() + " " + attempt + " " + wait);
        }

        @Override
        public void waiting(SpreadsheetId spreadsheet, String quota, Duration wait) {
            heard.add(quota + " " + wait);
        }
    }
}
