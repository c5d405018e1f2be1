package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.drive.Storage;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiRequest;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.http.ErrorBody;
import dev.sheetway.emulator.http.Gate;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.http.Service;
import dev.sheetway.emulator.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts calls, enforces quotas and fires faults. Several threads call. */
public final class FaultGate implements Gate {

    /** Applies a user's edit to a spreadsheet, as the owner. */
    public interface UserEdit {
        void apply(String spreadsheetId, ObjectNode batchUpdate);
    }

    private final Counts counts = new Counts();
    private final Copies copies = new Copies();
    private final Clock clock;
    private final Quotas quotas;
    private final Supplier<Settings> settings;
    private final UserEdit userEdit;
    private final Consumer<JsonNode> changeSettings;
    private List<Armed> armed = List.of();
    private @Nullable Schedule schedule;
    private int scheduledFired;

    private record Schedule(Random random, ObjectNode json, double probability, List<FaultRule> kinds) {}

    /** @param changeSettings takes the settings that a fault changes */
    public FaultGate(Clock clock, Supplier<Settings> settings, UserEdit userEdit, Consumer<JsonNode> changeSettings) {
        this.changeSettings = changeSettings;
        this.clock = clock;
        this.quotas = new Quotas(clock);
        this.settings = settings;
        this.userEdit = userEdit;
    }

    public Counts counts() {
        return counts;
    }

    /** Replaces all faults by a list of rules, or by {@code {seed, probability, kinds:[rule…]}}. */
    public synchronized void set(JsonNode json) {
        if (json.isObject() && json.has("seed")) {
            List<FaultRule> kinds = new ArrayList<>();
            for (JsonNode kind : json.path("kinds")) {
                kinds.add(FaultRule.of(kind.isTextual() ? named(kind.textValue()) : kind));
            }
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("a fault schedule needs \"kinds\"");
            }
            Random random = new Random(json.get("seed").asLong());
            schedule = new Schedule(
                    random, json.deepCopy(), json.path("probability").asDouble(), kinds);
            arm(List.of());
            scheduledFired = 0;
            return;
        }
        arm(read(json));
        schedule = null;
    }

    /** Adds rules; those in force go on, with their counts. */
    public synchronized void add(JsonNode json) {
        List<Armed> all = new ArrayList<>(armed);
        all.addAll(read(json));
        arm(all);
    }

    private static List<Armed> read(JsonNode json) {
        JsonNode rules = json.isArray() ? json : json.path("rules");
        if (!rules.isArray()) {
            throw new IllegalArgumentException(
                    "faults must be a list of rules, or {\"seed\",\"probability\",\"kinds\"}");
        }
        List<Armed> read = new ArrayList<>();
        rules.forEach(rule -> read.add(new Armed(FaultRule.of(rule))));
        return read;
    }

    /** Whatever a rule that is taken away holds goes on. */
    private void arm(List<Armed> wanted) {
        armed.stream().filter(one -> !wanted.contains(one)).forEach(Armed::takeAway);
        armed = List.copyOf(wanted);
    }

    private static ObjectNode named(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    public synchronized void clear() {
        arm(List.of());
        schedule = null;
    }

    /** Takes away the rules of one spreadsheet or file. */
    public synchronized void clear(String spreadsheetId) {
        arm(armed.stream()
                .filter(one -> !spreadsheetId.equals(one.rule().spreadsheetId()))
                .toList());
    }

    /** The rules, each with how many requests fitted and how often it fired. */
    public synchronized ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rules = json.putArray("rules");
        armed.forEach(one -> rules.add(one.json()));
        if (schedule != null) {
            json.set("schedule", schedule.json().deepCopy().put("fired", scheduledFired));
        }
        return json;
    }

    @Override
    public Optional<Interruption> before(Route route, ApiRequest request, String spreadsheetId) {
        counts.add(spreadsheetId, route.id(), route.write());
        return strike(FaultRule.When.BEFORE, route, request, spreadsheetId);
    }

    @Override
    public void admit(Call call) {
        if (call.route().service() == Service.SHEETS) {
            quotas.take(call.principal().email(), call.route().write(), settings.get());
        }
    }

    @Override
    public Optional<Interruption> after(Route route, ApiRequest request, String spreadsheetId, ApiResponse response) {
        copies.learn(route, spreadsheetId, response);
        return strike(FaultRule.When.AFTER, route, request, spreadsheetId);
    }

    @Override
    public void ended(String spreadsheetId) {
        counts.ended(spreadsheetId);
    }

    private Optional<Interruption> strike(FaultRule.When phase, Route route, ApiRequest request, String spreadsheetId) {
        Optional<Interruption> last = Optional.empty();
        for (Armed one : firing(phase, route, request, spreadsheetId)) {
            Optional<Interruption> interruption = perform(one, route, spreadsheetId);
            last = interruption.isPresent() ? interruption : last;
        }
        return last;
    }

    private synchronized List<Armed> firing(
            FaultRule.When phase, Route route, ApiRequest request, String spreadsheetId) {
        if (armed.isEmpty() && schedule == null) {
            return List.of();
        }
        List<Armed> firing = new ArrayList<>();
        String body = request.body().text();
        String original = copies.originalOf(spreadsheetId);
        for (Armed one : armed) {
            if (one.rule().phase() == phase
                    && one.rule().fits(route.id(), spreadsheetId, original, body)
                    && one.firesNow(route.id(), clock.instant())) {
                firing.add(one);
            }
        }
        if (schedule != null && schedule.random().nextDouble() < schedule.probability() / 2) {
            FaultRule drawn = schedule.kinds()
                    .get(schedule.random().nextInt(schedule.kinds().size()));
            if ((drawn.when() == null || drawn.when() == phase)
                    && drawn.fits(route.id(), spreadsheetId, original, body)) {
                firing.add(new Armed(drawn));
                scheduledFired++;
            }
        }
        return firing;
    }

    private Optional<Interruption> perform(Armed one, Route route, String spreadsheetId) {
        FaultRule rule = one.rule();
        return switch (rule.kind()) {
            case STATUS ->
                Optional.of(new Interruption.Answer(ErrorBody.of(route.service(), FaultErrors.of(rule, route))));
            case STORAGE_QUOTA ->
                Optional.of(new Interruption.Answer(ErrorBody.of(route.service(), Storage.refusal())));
            case SETTINGS -> {
                if (rule.settings() != null) {
                    changeSettings.accept(rule.settings());
                }
                yield Optional.empty();
            }
            case HTML_502 -> Optional.of(new Interruption.Answer(ErrorBody.html(502, "Server Error")));
            case CLOSE -> Optional.of(new Interruption.Close());
            case TRUNCATE -> Optional.of(new Interruption.Truncate());
            case LATENCY -> {
                pause(rule.latency());
                yield Optional.empty();
            }
            case HOLD -> {
                one.hold();
                yield Optional.empty();
            }
            case USER_EDIT -> {
                edit(one, spreadsheetId);
                yield Optional.empty();
            }
        };
    }

    /** An edit that does not fit the sheet is dropped; {@code GET faults} then shows why. */
    private void edit(Armed one, String spreadsheetId) {
        ObjectNode edit = one.rule().edit();
        if (edit == null) {
            return;
        }
        String target =
                one.rule().spreadsheetId() == null ? spreadsheetId : one.rule().spreadsheetId();
        try {
            userEdit.apply(target, edit);
        } catch (ApiException e) {
            one.refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
