package io.minimaxmcp.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.minimaxmcp.server.mcp.CallReport;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobStage;
import io.minimaxmcp.tools.job.JobView;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolResult;
import io.minimaxmcp.tools.upstream.AttemptReport;
import io.minimaxmcp.tools.upstream.Lane;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what happens and tells it in Prometheus's text format. No tenant, prompt or key is in any label. */
public final class Metrics {
    /** The longest ago that a job's end may be told again. */
    private static final int REMEMBERED_ENDS = 2_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Boolean> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_ENDS;
        }
    };

    /** What is just now, asked whenever somebody looks. */
    public void watch(
            IntSupplier sessions,
            IntSupplier streams,
            Supplier<Map<Lane, Integer>> waiting,
            Supplier<Map<JobStage, Integer>> stages) {
        gauge("minimax.sessions", "MCP sessions that are open", sessions);
        gauge("minimax.streams", "event streams that are open", streams);
        for (Lane lane : Lane.values()) {
            Gauge.builder("minimax.lane.waiting", () -> waiting.get().getOrDefault(lane, 0))
                    .description("requests that wait in this process for their turn")
                    .tag("lane", word(lane))
                    .register(registry);
        }
        for (JobStage stage : JobStage.values()) {
            if (!stage.isFinal()) {
                Gauge.builder("minimax.jobs", () -> stages.get().getOrDefault(stage, 0))
                        .description("unfinished jobs that this process drives")
                        .tag("state", word(stage))
                        .register(registry);
            }
        }
    }

    private void gauge(String name, String description, IntSupplier value) {
        Gauge.builder(name, value::getAsInt).description(description).register(registry);
    }

    /** A tool was called. */
    public void called(CallReport report) {
        Failure failure = report.failure();
        Timer.builder("minimax.tool.calls")
                .description("tool calls by outcome, and how long they took")
                .tag("tool", report.tool())
                .tag("outcome", failure == null ? "ok" : word(failure.kind()))
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60))
                .register(registry)
                .record(report.took());
        if (isDuplicate(report.result())) {
            count("minimax.jobs.deduplicated", "calls that found the job of an earlier one", "tool", report.tool());
        }
    }

    private static boolean isDuplicate(@Nullable ToolResult result) {
        return result != null && result.structured() instanceof JobView view && view.deduplicated();
    }

    /** A request to MiniMax was answered, or was not. */
    public void attempted(AttemptReport report) {
        Timer.builder("minimax.upstream.requests")
                .description("requests to MiniMax by outcome, and how long the answers took")
                .tag("endpoint", report.endpoint())
                .tag("outcome", report.outcome())
                .tag("status", String.valueOf(report.status()))
                .tag("code", String.valueOf(report.upstreamCode()))
                .register(registry)
                .record(report.took());
        if (report.attempt() > 1) {
            count("minimax.upstream.retries", "requests that were sent again", "endpoint", report.endpoint());
        }
    }

    /** A job has changed. */
    public void changed(Job job) {
        if (!job.stage().isFinal() || !isNews(job)) {
            return;
        }
        String kind = job.order().kind();
        count(
                "minimax.jobs.finished",
                "jobs that ended here",
                "kind",
                kind,
                "status",
                job.stage().status());
        Failure failure = job.failure();
        var price = job.order().estimate().amount();
        if (price != null && (failure == null || failure.charged() == Charged.YES)) {
            registry.counter("minimax.spend.usd", "kind", kind).increment(price.micros() / 1e6);
        }
    }

    private synchronized boolean isNews(Job job) {
        return ended.put(job.id(), true) == null;
    }

    private void count(String name, String description, String... tags) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** All figures. */
    public String text() {
        return registry.scrape();
    }
}
