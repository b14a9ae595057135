package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.AttemptListener;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A MiniMax for many threads that takes everything and is done at the given look. */
final class FastVideos implements JobSource {
    private final AtomicInteger posts = new AtomicInteger();
    private final LongAdder looks = new LongAdder();
    private volatile boolean done = true;

    int posts() {
        return posts.get();
    }

    long looks() {
        return looks.sum();
    }

    /** Whether tasks are done when they are looked at. */
    void done(boolean now) {
        done = now;
    }

    @Override
    public String name() {
        return FakeVideos.NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return new FakeVideos().endpoint(order);
    }

    @Override
    public CompletionStage<Sight> send(Job job, AttemptListener listener) {
        return listener.leaving()
                .thenApply(left -> new Sight.Underway("task-" + posts.incrementAndGet(), "Processing", null));
    }

    @Override
    public CompletionStage<Sight> look(Job job) {
        looks.increment();
        String task = job.taskId() == null ? "none" : job.taskId();
        return Stages.of(
                done
                        ? new Sight.Done(List.of(Output.file("file-" + task, "mp4")), null, null)
                        : new Sight.Underway(task, "Processing", null));
    }

    @Override
    public CompletionStage<String> link(Job job, Output output) {
        return Stages.of("https://files.example/" + output.fileId());
    }

    @Override
    public CompletionStage<Withdrawal> withdraw(Job job) {
        return Stages.of(Withdrawal.NOT_POSSIBLE);
    }

    @Override
    public CompletionStage<@Nullable Sight> reconcile(Job job) {
        return CompletableFuture.completedFuture(null);
    }
}
