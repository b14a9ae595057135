package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the task of a request whose answer was lost. MiniMax's list tells no prompts, so a task is believed to be ours only when it is
 * the single one of the same shape from the time of the request, and no other job of ours can be meant.
 */
final class LostTask {
    /** How far MiniMax's clock and ours may differ: more, and a task of somebody else's on the account could be taken for ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);
    /** How long a request may be on its way before MiniMax makes a task of it. */
    private static final Duration ARRIVES_WITHIN = Duration.ofMinutes(3);
    /** How long a task may take to appear in the list. */
    private static final Duration LISTED_WITHIN = Duration.ofSeconds(20);

    private static final int PAGE = 20;
    private static final int MOST_PAGES = 25;
    /** How long an order may wait to be sent: jobs that are older cannot have tasks that are as new. */
    private static final Duration WAITED_FOR_AT_MOST = Duration.ofDays(1);

    private final MiniMaxClient client;
    private final JobLedger ledger;
    private final Clock clock;
    private final String taskType;

    /** @param taskType what MiniMax's list calls such tasks */
    LostTask(MiniMaxClient client, JobLedger ledger, Clock clock, String taskType) {
        this.taskType = taskType;
        this.client = client;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Completes with null where it cannot be known; fails where it may be known a little later. */
    CompletionStage<@Nullable Sight> find(Job job) {
        // Of all tenants: they may share the account, and its list tells nobody's name.
        return ledger.ordered(job.order().kind(), job.updatedAt().minus(WAITED_FOR_AT_MOST))
                .thenCompose(jobs ->
                        listed(job, 1, new ArrayList<>()).thenCompose(tasks -> judged(job, others(job, jobs), tasks)));
    }

    private static List<Job> others(Job job, List<Job> jobs) {
        return jobs.stream().filter(other -> !other.id().equals(job.id())).toList();
    }

    /** All tasks of the model, page by page; the order of the list is not documented. */
    private CompletionStage<List<JsonNode>> listed(Job job, int page, List<JsonNode> before) {
        Map<String, String> query = Map.of(
                "page_num", Integer.toString(page),
                "page_size", Integer.toString(PAGE),
                "filter.model", Objects.requireNonNullElse(job.order().model(), ""),
                "filter.task_type", taskType);
        return client.call(job.tenant(), Call.get(Endpoints.LIST_VIDEO_V2, query))
                .thenCompose(answer -> {
                    answer.body().path("items").forEach(before::add);
                    boolean more = !answer.body().path("items").isEmpty()
                            && before.size() < answer.body().path("total").asInt();
                    return more && page < MOST_PAGES ? listed(job, page + 1, before) : Stages.of(before);
                });
    }

    private CompletionStage<@Nullable Sight> judged(Job job, List<Job> others, List<JsonNode> tasks) {
        Set<String> taken =
                others.stream().map(Job::taskId).filter(Objects::nonNull).collect(Collectors.toSet());
        List<JsonNode> possible = tasks.stream()
                .filter(task ->
                        isLike(task, job) && !taken.contains(task.path("id").asText()))
                .toList();
        boolean isAlone = others.stream().noneMatch(other -> mayBeMeant(other, job));
        if (isAlone && possible.size() == 1) {
            JsonNode task = possible.get(0);
            return Stages.of(new Sight.Underway(
                    task.path("id").asText(), task.path("status").asText(), null));
        }
        boolean canStillChange = possible.isEmpty() || !isAlone;
        boolean isEarly =
                clock.instant().isBefore(job.updatedAt().plus(ARRIVES_WITHIN).plus(LISTED_WITHIN));
        return canStillChange && isEarly ? ToolException.failed(notYet()) : Stages.nothing();
    }

    /**
     * Another job of the same shape whose task nobody knows either and that may have been sent at the same time: of one that has ended
     * so, no more is known than that it was sent before its end.
     */
    static boolean mayBeMeant(Job other, Job job) {
        boolean isUnknown = other.stage() == JobStage.UNKNOWN;
        boolean hasNoTask = other.taskId() == null && (other.stage() == JobStage.SENDING || isUnknown);
        Instant sentAfter = isUnknown ? other.createdAt() : other.updatedAt();
        return hasNoTask
                && sentAfter.isBefore(job.updatedAt().plus(ARRIVES_WITHIN))
                && other.updatedAt().isAfter(job.updatedAt().minus(ARRIVES_WITHIN))
                && shape(other.order()).equals(shape(job.order()));
    }

    private static String shape(Order order) {
        JsonNode request = order.request();
        return order.source() + " " + order.model() + " "
                + request.path("resolution").asText() + " "
                + request.path("duration").asInt();
    }

    private static boolean isLike(JsonNode task, Job job) {
        JsonNode request = job.order().request();
        String ratio = request.path("ratio").asText("adaptive");
        Instant created = Instant.ofEpochSecond(task.path("created_at").asLong());
        return task.path("model").asText().equals(job.order().model())
                && isAsked("resolution", request, task)
                && isAsked("duration", request, task)
                && (ratio.equals("adaptive") || task.path("ratio").asText().equals(ratio))
                && created.isAfter(job.updatedAt().minus(CLOCKS_DIFFER))
                && created.isBefore(job.updatedAt().plus(ARRIVES_WITHIN));
    }

    /** What a request leaves to MiniMax, a task may have any of. */
    private static boolean isAsked(String name, JsonNode request, JsonNode task) {
        return !request.has(name)
                || task.path(name).asText().equals(request.path(name).asText());
    }

    private static Failure notYet() {
        return Failure.of(
                        ErrorKind.UPSTREAM,
                        "The answer to the request was lost; MiniMax's list of tasks does not show it yet.",
                        "Ask for the job a little later.")
                .canBeRetried();
    }
}
