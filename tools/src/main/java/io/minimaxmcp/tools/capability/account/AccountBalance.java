package io.minimaxmcp.tools.capability.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UpstreamStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What is left in an account: money for pay-as-you-go keys, percent of the plan for subscription keys. */
final class AccountBalance {
    private static final String PAY_AS_YOU_GO = "sk-api-";
    private static final String SUBSCRIPTION = "sk-cp-";

    private final MiniMaxClient client;

    AccountBalance(MiniMaxClient client) {
        this.client = client;
    }

    /** Empty for other kinds of key, and where MiniMax does not tell. */
    CompletionStage<Optional<String>> of(Tenant tenant, UpstreamStatus status) {
        if (status.key().startsWith(PAY_AS_YOU_GO)) {
            return orNothing(client.call(tenant, Call.get(Endpoints.BALANCE, Map.of()))
                    .thenApply(answer -> money(answer.body())));
        }
        if (status.key().startsWith(SUBSCRIPTION)) {
            return orNothing(client.call(tenant, Call.get(Endpoints.PLAN_REMAINS, Map.of()))
                    .thenApply(answer -> plan(answer.body())));
        }
        return Stages.of(Optional.empty());
    }

    private static Optional<String> money(JsonNode body) {
        String amount = body.path("available_amount").asText("");
        return amount.isEmpty() ? Optional.empty() : Optional.of("MiniMax balance: " + amount + ".");
    }

    /** The percentages are sure; the usage counts mean "used" for some accounts and "left" for others (reference, section 12). */
    private static Optional<String> plan(JsonNode body) {
        List<String> lines = new ArrayList<>();
        for (JsonNode model : body.path("model_remains")) {
            lines.add(model.path("model_name").asText() + " "
                    + model.path("current_interval_remaining_percent").asText("?") + " % left");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of("MiniMax plan: " + String.join(", ", lines) + ".");
    }

    private static CompletionStage<Optional<String>> orNothing(CompletionStage<Optional<String>> asked) {
        return asked.exceptionally(thrown -> {
            if (ToolException.in(thrown) == null) {
                throw new CompletionException(thrown);
            }
            return Optional.empty();
        });
    }
}
