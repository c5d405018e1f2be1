package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A probe's report as a file that may be passed on: no cell of anybody, no credential, no address (the account stands in
 * it as a digest), no id of a file.
 */
public final class Evidence {
    /** Of the field {@code kind}. */
    public static final String KIND = "sheetway-google-probe";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private Evidence() {}

    /** Writes {@code SOURCE-TIME.json} into {@code directory}, which is made when it is missing. */
    public static Path write(ProbeReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(report.source() + "-" + STAMP.format(report.begun()) + ".json");
        Path draft = Files.createTempFile(directory, "probe", ".json.tmp");
        Files.writeString(
                draft, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(report)) + "\n");
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    public static ObjectNode json(ProbeReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", KIND).put("format", 1).put("release", report.release()).put("source", report.source());
        report.account().ifPresent(email -> json.put("account", digest(email)));
        json.put("begun", report.begun().toString())
                .put("ended", report.ended().toString())
                .put("calls", report.calls())
                .put("passed", report.passed());
        report.slots().forEach(json.putArray("slotsThatHold")::add);
        ArrayNode answers = json.putArray("answers");
        report.findings().forEach(finding -> answers.add(json(finding)));
        report.leftBehind().forEach(json.putArray("leftBehind")::add);
        return json;
    }

    /** Tells accounts apart without naming them. */
    public static String digest(String email) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static ObjectNode json(Finding finding) {
        Question question = finding.question();
        Answer answer = finding.answer();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("question", question.id())
                .put("asks", question.asks())
                .put("answer", answer.value())
                .put("emulatorAnswers", question.assumed());
        question.emulatorSwitch().ifPresent(key -> json.put("emulatorSwitch", key));
        answer.status().ifPresent(status -> json.put("status", status));
        put(json, "said", answer.said());
        put(json, "note", answer.note());
        put(json, "toDo", finding.advice());
        return json;
    }

    private static void put(ObjectNode json, String key, String text) {
        if (!text.isEmpty()) {
            json.put(key, text);
        }
    }
}
