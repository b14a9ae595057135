package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Balance and plan (reference, section 12): which of the two there is depends on the kind of key. */
final class AccountRoutes {
    private static final Duration WINDOW = Duration.ofHours(5);
    private static final Duration WEEK = Duration.ofDays(7);

    private final World world;

    AccountRoutes(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.first("GET", "/account/query_balance", this::balance),
                Route.first("GET", "/v1/token_plan/remains", this::remains));
    }

    /** Amounts are strings. */
    private Answer balance(Call call) {
        onlyFor(call, "sk-api-");
        return Answer.success(Json.MAPPER
                .createObjectNode()
                .put("available_amount", "100.00")
                .put("cash_balance", "80.00")
                .put("voucher_balance", "20.00")
                .put("credit_balance", "0.00")
                .put("owed_amount", "0.00")
                .put("balance_alert_switch", false)
                .put("balance_alert_threshold", "0"));
    }

    private Answer remains(Call call) {
        onlyFor(call, "sk-cp-");
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.putArray("model_remains").add(plan("general", 1500, 80)).add(plan("video", 20, 95));
        return Answer.success(answer);
    }

    private ObjectNode plan(String model, int total, int percentLeft) {
        Instant start = world.now().minus(WINDOW.dividedBy(2));
        Instant week = world.now().minus(WEEK.dividedBy(2));
        return Json.MAPPER
                .createObjectNode()
                .put("model_name", model)
                .put("start_time", start.toEpochMilli())
                .put("end_time", start.plus(WINDOW).toEpochMilli())
                .put("remains_time", WINDOW.dividedBy(2).toMillis())
                .put("current_interval_total_count", total)
                .put("current_interval_usage_count", total * (100 - percentLeft) / 100)
                .put("current_interval_remaining_percent", percentLeft)
                .put("current_interval_status", 1)
                .put("current_weekly_total_count", total * 10)
                .put("current_weekly_usage_count", total * (100 - percentLeft) / 10)
                .put("current_weekly_remaining_percent", percentLeft)
                .put("current_weekly_status", 1)
                .put("weekly_start_time", week.toEpochMilli())
                .put("weekly_end_time", week.plus(WEEK).toEpochMilli())
                .put("weekly_remains_time", WEEK.dividedBy(2).toMillis())
                .put("weekly_boost_permille", 1000);
    }

    private static void onlyFor(Call call, String prefix) {
        if (!call.key().startsWith(prefix)) {
            throw Refusal.of(1004, "login fail: this interface is for keys that begin with " + prefix);
        }
    }
}
