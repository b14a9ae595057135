package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.ledger.LedgerFile;
import io.minimaxmcp.tools.job.ledger.SqliteLedger;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Desks on the embedded ledger, in real time, with the threads they have in earnest. */
class JobsOnSqliteTest {
    private final FastVideos videos = new FastVideos();
    private final FakeKeeper keeper = new FakeKeeper();
    private final List<Jobs> processes = new ArrayList<>();
    private final ExecutorService worker = Executors.newFixedThreadPool(4);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        processes.forEach(Jobs::close);
        worker.shutdownNow();
    }

    @Test
    void sendsOneRequestForManyIdenticalCallsToManyProcesses() {
        var answers = new ArrayList<CompletionStage<ToolResult>>();
        for (int process = 0; process < 4; process++) {
            Jobs jobs = process(Budget.NONE);
            for (int call = 0; call < 10; call++) {
                answers.add(place(jobs, TestProcess.video("a fox")));
            }
        }

        List<ToolResult> results = Stages.all(answers).toCompletableFuture().join();

        assertThat(videos.posts()).isEqualTo(1);
        assertThat(results)
                .allSatisfy(result -> assertThat(view(result).status()).isEqualTo("succeeded"));
        assertThat(results.stream().filter(result -> !view(result).deduplicated()))
                .hasSize(1);
    }

    @Test
    void neverSpendsMoreThanTheDaysBudgetHoweverManyCallAtOnce() {
        var budget = new Budget(Budget.Mode.ENFORCE, Usd.of("5.00"), null, null);
        var answers = new ArrayList<CompletionStage<Boolean>>();
        for (int process = 0; process < 4; process++) {
            Jobs jobs = process(budget);
            for (int call = 0; call < 16; call++) {
                var answer = place(jobs, TestProcess.video("fox " + process + "-" + call));
                answers.add(answer.handle((result, problem) -> problem == null || !isOverBudget(problem)));
            }
        }

        List<Boolean> made = Stages.all(answers).toCompletableFuture().join();

        assertThat(made.stream().filter(wasMade -> wasMade)).hasSize(17);
        assertThat(videos.posts()).isEqualTo(17);
    }

    private static boolean isOverBudget(Throwable problem) {
        ToolException told = ToolException.in(problem);
        return told != null && told.failure().kind() == ErrorKind.BUDGET;
    }

    private Jobs process(Budget budget) {
        var file = LedgerFile.at("jdbc:sqlite:" + folder.resolve("ledger.db"));
        var settings = JobSettings.standard().withPollEvery(Duration.ofMillis(100));
        var ledger = new SqliteLedger(file, false, settings.lease(), Clock.systemUTC(), worker);
        Jobs jobs = new Jobs(new JobParts(
                ledger,
                List.of(videos),
                keeper,
                Previewer.NONE,
                budget,
                settings,
                new ThreadTimer(),
                worker,
                Clock.systemUTC(),
                new Random()));
        processes.add(jobs);
        return jobs;
    }

    private static CompletionStage<ToolResult> place(Jobs jobs, Order order) {
        var visit = jobs.desk().welcome(CallContext.local(Duration.ofMinutes(5)), null);
        return jobs.desk().place(order, Wish.NOTHING, visit);
    }

    private static JobView view(ToolResult result) {
        return (JobView) Objects.requireNonNull(result.structured());
    }
}
