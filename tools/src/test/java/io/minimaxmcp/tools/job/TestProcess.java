package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.spend.Estimate;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.Progress;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.Caps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process that deals with jobs, all on the test's thread, with a caller to place orders. */
final class TestProcess {
    final MemoryLedger ledger;
    final JobTimer timer;
    final Jobs jobs;
    final List<Progress> told = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    Confirmer confirmer = Confirmer.NOBODY;
    Duration patience = Duration.ofSeconds(50);
    Tenant tenant = Tenant.LOCAL;
    boolean localPaths = true;

    TestProcess(World world) {
        this(world, Budget.NONE);
    }

    TestProcess(World world, Budget budget) {
        this(world, budget, Caps.NONE, JobSettings.standard());
    }

    TestProcess(World world, Caps caps) {
        this(world, Budget.NONE, caps, JobSettings.standard());
    }

    /** One whose MiniMax is a sandbox inside it. */
    static TestProcess inSandbox(World world) {
        return new TestProcess(world, Budget.NONE, Caps.NONE, JobSettings.inSandbox());
    }

    private TestProcess(World world, Budget budget, Caps caps, JobSettings settings) {
        ledger = new MemoryLedger(world.shelf, world.time);
        timer = world.time.timer();
        jobs = new Jobs(new JobParts(
                ledger,
                List.of(world.videos),
                world.keeper,
                Previewer.NONE,
                budget,
                caps,
                settings,
                timer,
                Runnable::run,
                world.time,
                new Random(world.seed++),
                any -> true,
                (any, artifact) -> Optional.empty()));
    }

    /** What outlives processes: MiniMax, the disk, time. */
    static final class World {
        final ManualTime time = new ManualTime();
        final MemoryLedger.Shelf shelf = new MemoryLedger.Shelf();
        final FakeVideos videos = new FakeVideos();
        final FakeKeeper keeper = new FakeKeeper();
        private int seed;
    }

    /** As kill -9 does it. */
    void kill() {
        ledger.die();
        timer.close();
    }

    CompletionStage<ToolResult> place(Order order) {
        return place(order, Wish.NOTHING);
    }

    CompletionStage<ToolResult> place(Order order, Wish wish) {
        return place(order, wish, Stages::nothing);
    }

    /** @param otherwise what the same call orders as well */
    CompletionStage<ToolResult> place(Order order, Wish wish, Supplier<CompletionStage<@Nullable Order>> otherwise) {
        return jobs.desk().place(order, wish, jobs.desk().welcome(context(), wish.waitSeconds()), otherwise);
    }

    CompletionStage<ToolResult> look(String jobId, int waitSeconds) {
        return look(List.of(jobId), waitSeconds);
    }

    CompletionStage<ToolResult> look(List<String> jobIds, int waitSeconds) {
        return jobs.desk().look(jobIds, jobs.desk().welcome(context(), waitSeconds));
    }

    CompletionStage<ToolResult> cancel(String jobId) {
        return jobs.desk().cancel(jobId, jobs.desk().welcome(context(), 0)).toCompletableFuture();
    }

    CallContext context() {
        return new CallContext(tenant, localPaths, patience, told::add, cancellation, confirmer);
    }

    static Order video(String prompt) {
        return video(prompt, new Estimate(Usd.of("0.28"), "6 s at 768P"));
    }

    /** From the same source, so that it could be made. */
    static Order image(String prompt) {
        Order order = video(prompt);
        return new Order(
                "generate_image",
                "image",
                order.source(),
                order.model(),
                order.request(),
                order.estimate(),
                null,
                prompt,
                null);
    }

    static Order video(String prompt, Estimate estimate) {
        var request = Json.MAPPER
                .createObjectNode()
                .put("model", "MiniMax-Hailuo-2.3")
                .put("prompt", prompt);
        return new Order(
                "generate_video",
                "video",
                FakeVideos.NAME,
                "MiniMax-Hailuo-2.3",
                request,
                estimate,
                null,
                prompt,
                null);
    }

    /** What a caller says beside the arguments. */
    record Wish(
            @Nullable String requestId,
            @Nullable Boolean dryRun,
            @Nullable String confirm,
            @Nullable Integer waitSeconds)
            implements PaidInput {
        static final Wish NOTHING = new Wish(null, null, null, null);

        static Wish named(String requestId) {
            return new Wish(requestId, null, null, null);
        }

        static Wish confirmed(String token) {
            return new Wish(null, null, token, null);
        }

        static Wish dry() {
            return new Wish(null, true, null, null);
        }

        static Wish waiting(int seconds) {
            return new Wish(null, null, null, seconds);
        }
    }
}
