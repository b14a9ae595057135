package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.job.TestProcess.Wish;
import io.minimaxmcp.tools.job.ledger.LedgerFile;
import io.minimaxmcp.tools.job.ledger.SqliteLedger;
import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * What many jobs under way cost one process, on the embedded ledger, without a network: heap and looks a second while they run, and the
 * time until all are finished. Arguments: how many jobs (10000), seconds to watch them run (20).
 */
public final class JobsBenchmark {
    private JobsBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Path folder = Files.createTempDirectory("jobs-benchmark");
        var worker = Executors.newFixedThreadPool(2);
        var settings = JobSettings.standard();
        var file = LedgerFile.at("jdbc:sqlite:" + folder.resolve("ledger.db"));
        var ledger = new SqliteLedger(file, false, settings.lease(), Clock.systemUTC(), worker);
        var videos = new FastVideos();
        videos.done(false);
        long heapBefore = heap();
        try (Jobs jobs = new Jobs(new JobParts(
                ledger,
                List.of(videos),
                new FakeKeeper(),
                Previewer.NONE,
                Budget.NONE,
                settings,
                new ThreadTimer(),
                worker,
                Clock.systemUTC(),
                new Random()))) {
            long start = System.nanoTime();
            place(jobs, count);
            while (videos.posts() < count) {
                Thread.sleep(50);
            }
            print("%d jobs admitted and sent in %.1f s", count, secondsSince(start));
            Thread.sleep(Duration.ofSeconds(20).toMillis());
            long looks = videos.looks();
            Thread.sleep(Duration.ofSeconds(seconds).toMillis());
            print(
                    "%.0f looks a second (one each 10 s would be %d)",
                    (videos.looks() - looks) / (double) seconds, count / 10);
            long heap = heap() - heapBefore;
            print("%.1f MB of heap, %.1f kB a job", heap / 1e6, heap / 1e3 / count);
            print("%d threads in the process", Thread.activeCount());
            videos.done(true);
            start = System.nanoTime();
            while (jobs.underWay() > 0) {
                Thread.sleep(50);
            }
            print("all finished in %.1f s, %d requests sent", secondsSince(start), videos.posts());
        }
        worker.shutdown();
    }

    private static void place(Jobs jobs, int count) {
        var placed = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < count; i++) {
            var visit = jobs.desk().welcome(CallContext.local(Duration.ZERO), 0);
            placed.add(jobs.desk()
                    .place(TestProcess.video("fox " + i), Wish.NOTHING, visit)
                    .toCompletableFuture());
            if (placed.size() == 500) {
                CompletableFuture.allOf(placed.toArray(CompletableFuture<?>[]::new))
                        .join();
                placed.clear();
            }
        }
        CompletableFuture.allOf(placed.toArray(CompletableFuture<?>[]::new)).join();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
