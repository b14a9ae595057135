package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A MiniMax that makes videos: takes a request, works for some looks, is done. What else it does is scripted. */
final class FakeVideos implements JobSource {
    static final String NAME = "fake-video";

    private static final Endpoint ENDPOINT = new Endpoint(
            "video",
            Endpoint.Method.POST,
            "/v1/video_generation",
            Lane.VIDEO,
            Endpoint.Repeat.PAID,
            Duration.ofSeconds(60));

    /** Ids of jobs whose paid request reached it, one entry each time. */
    final List<String> posts = new ArrayList<>();

    /** When each look was, by nothing but their count. */
    int looks;

    int links;
    int withdrawals;
    int looksUntilDone = 3;

    /** What the next answers to a request are; when empty, it is taken. */
    final Queue<Supplier<CompletionStage<Sight>>> nextAnswers = new ArrayDeque<>();

    final Deque<ToolException> nextLookFailures = new ArrayDeque<>();
    CompletionStage<@Nullable Void> lane = CompletableFuture.completedFuture(null);
    Withdrawal withdrawal = Withdrawal.NOT_POSSIBLE;

    @Nullable
    Sight found;

    String state = "Processing";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return ENDPOINT;
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        CompletableFuture<@Nullable Void> turn = lane.toCompletableFuture().copy();
        listener.whenGivenUp(() -> turn.cancel(false));
        return turn.thenCompose(now -> listener.leaving()).thenCompose(left -> {
            posts.add(job.id());
            Supplier<CompletionStage<Sight>> scripted = nextAnswers.poll();
            return scripted == null
                    ? CompletableFuture.completedFuture(new Sight.Underway("task-" + posts.size(), "Queueing", "t-1"))
                    : scripted.get();
        });
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        looks++;
        ToolException failure = nextLookFailures.poll();
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        String task = job.taskId() == null ? "none" : job.taskId();
        return CompletableFuture.completedFuture(
                looks < looksUntilDone
                        ? new Sight.Underway(task, state, null)
                        : new Sight.Done(List.of(Output.file("file-" + task, "mp4")), null, "t-2"));
    }

    @Override
    public CompletionStage<String> link(Job job, Output output) {
        links++;
        return CompletableFuture.completedFuture("https://files.example/" + output.fileId() + "?link=" + links);
    }

    @Override
    public CompletionStage<Withdrawal> withdraw(Job job) {
        withdrawals++;
        return CompletableFuture.completedFuture(withdrawal);
    }

    @Override
    public CompletionStage<@Nullable Sight> reconcile(Job job) {
        return CompletableFuture.completedFuture(found);
    }
}
