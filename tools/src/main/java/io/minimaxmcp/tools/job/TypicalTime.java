package io.minimaxmcp.tools.job;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long jobs of a kind usually take. MiniMax publishes no such figures; these are for progress messages only, and nothing depends on
 * them.
 *
 * @param model how the model's name begins; empty for all
 * @param source where the figure is from
 */
record TypicalTime(String kind, String model, Duration time, String source) {
    private static final String ESTIMATE = "an estimate: no figure is published";

    private static final List<TypicalTime> KNOWN = List.of(
            new TypicalTime(
                    "video", "MiniMax-H3", Duration.ofMinutes(7), "timestamps in the video API's sample answer"),
            new TypicalTime("video", "MiniMax-Hailuo-2.3-Fast", Duration.ofSeconds(90), ESTIMATE),
            new TypicalTime("video", "", Duration.ofMinutes(3), ESTIMATE),
            new TypicalTime("music", "", Duration.ofMinutes(2), "\"synchronous, minutes\" in the API reference"),
            new TypicalTime("image", "", Duration.ofSeconds(20), ESTIMATE),
            new TypicalTime("speech", "", Duration.ofSeconds(10), ESTIMATE));

    private static final TypicalTime OTHER = new TypicalTime("", "", Duration.ofSeconds(30), ESTIMATE);
    private static final TypicalTime SANDBOX = new TypicalTime("", "", Duration.ofSeconds(5), "our own sandbox");

    static Duration of(Job job) {
        return job.sandbox() ? SANDBOX.time() : of(job.order()).time();
    }

    private static TypicalTime of(Order order) {
        String model = Objects.requireNonNullElse(order.model(), "");
        return KNOWN.stream()
                .filter(known -> known.kind().equals(order.kind()) && model.startsWith(known.model()))
                .findFirst()
                .orElse(OTHER);
    }
}
