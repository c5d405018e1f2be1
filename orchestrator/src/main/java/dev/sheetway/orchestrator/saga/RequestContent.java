package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.NameBasedUuid;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a request says, without its id: {@code <type>/<digest>}. Requests of the same id and content are one request;
 * other content under a known id is a mistake of its sender.
 */
final class RequestContent {
    private static final UUID NAMESPACE = UUID.fromString("0a9c1c43-2f57-5a3e-8f1c-6f7d3f6d3b52");

    private RequestContent() {}

    static String of(Request request) {
        return switch (request) {
            case Request.Migrate migrate ->
                plan("migrate", migrate, migrate.planChecksum(), terms(migrate.requireApproval(), migrate.waiver()));
            case Request.Preview preview -> plan("preview", preview, preview.planChecksum(), "");
            case Request.Verify verify -> plan("verify", verify, verify.planChecksum(), "");
            case Request.Baseline baseline ->
                plan("baseline", baseline, baseline.planChecksum(), words(baseline.waiver()));
            case Request.Steer steer -> of(steer);
        };
    }

    private static String of(Request.Steer steer) {
        String type = steer.steering().name().toLowerCase(Locale.ROOT);
        MigrationId about = steer.migrationId();
        return digest(type, steer.requestedBy(), about.toString(), steer.reason());
    }

    private static String terms(boolean requireApproval, Optional<Waiver> waiver) {
        return requireApproval + words(waiver);
    }

    private static String words(Optional<Waiver> waiver) {
        return waiver.map(each -> " " + each).orElse("");
    }

    private static String plan(String type, Request request, String planChecksum, String more) {
        return digest(type, request.requestedBy(), planChecksum, more);
    }

    /** Of the request that was accepted. */
    static String of(Acceptance accepted) {
        String more =
                switch (accepted.kind()) {
                    case MIGRATION -> terms(accepted.requireApproval(), accepted.waiver());
                    case BASELINE -> words(accepted.waiver());
                    case PREVIEW, VERIFICATION -> "";
                };
        return digest(type(accepted.kind()), accepted.requestedBy(), accepted.planChecksum(), more);
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case MIGRATION -> "migrate";
            case PREVIEW -> "preview";
            case VERIFICATION -> "verify";
            case BASELINE -> "baseline";
        };
    }

    /** What is wrong with it stands for what it says. */
    static String of(Input.Invalid invalid) {
        return digest("invalid", invalid.requestedBy(), invalid.code(), invalid.message());
    }

    /** The part that people read. */
    static String type(String content) {
        return content.substring(0, content.indexOf('/'));
    }

    /** Lengths stand before the parts: no part can pass for another one's end. */
    private static String digest(String type, String... parts) {
        StringBuilder text = new StringBuilder(type);
        for (String part : parts) {
            text.append('\n').append(part.length()).append(':').append(part);
        }
        return type + "/" + NameBasedUuid.version5(NAMESPACE, text.toString());
    }
}
