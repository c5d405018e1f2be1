package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.plan.SmokeAssertion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The smoke suites of a plan: each assertion compiles, and no two of a suite have one name. */
final class SmokeLint {
    private final JsonNode smoke;
    private final List<PlanProblem> found = new ArrayList<>();

    SmokeLint(JsonNode smoke) {
        this.smoke = smoke;
    }

    List<PlanProblem> problems() {
        smoke.properties().forEach(suite -> {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < suite.getValue().size(); i++) {
                JsonNode assertion = suite.getValue().get(i);
                String path = "/spec/smoke/" + suite.getKey() + "/" + i;
                String name = assertion.path("name").asText();
                if (!names.add(name)) {
                    found.add(PlanSchema.at(
                            assertion.path("name"),
                            path + "/name",
                            "\"" + name + "\" is another assertion of this suite: reports tell them apart by name"));
                }
                for (SmokeAssertion.Scope scope : SmokeAssertion.Scope.values()) {
                    expression(scope, assertion.path(scope.wireName()), path + "/" + scope.wireName());
                }
            }
        });
        return found;
    }

    private void expression(SmokeAssertion.Scope scope, JsonNode expression, String path) {
        if (!expression.isTextual()) {
            return;
        }
        try {
            var unused = SmokeExpression.compile(scope, expression.textValue());
        } catch (SmokeExpression.Uncompilable e) {
            found.add(PlanSchema.at(expression, path, "not an assertion: " + e.getMessage()));
        }
    }
}
