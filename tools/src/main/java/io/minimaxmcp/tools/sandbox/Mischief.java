package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that act on one request, and the point where its answer is kept back, if any. */
record Mischief(List<Fault> faults, @Nullable Hold hold) {
    static final Mischief NONE = new Mischief(List.of(), null);
    private static final byte[] NOTHING = {};

    /** The answer that takes the place of the work: nothing is generated then, and nothing billed. */
    Optional<Answer> instead(Generation generation, String requestId) {
        for (Fault fault : faults) {
            if (fault.isCode()) {
                return Optional.of(generation.refused(Refusal.of(Integer.parseInt(fault.name())), requestId));
            }
            if (fault.name().startsWith("http-")) {
                return Optional.of(gateway(fault));
            }
            if (fault.name().equals("html")) {
                return Optional.of(page(200, "Service temporarily unavailable"));
            }
            if (fault.name().equals("reset-before")) {
                return Optional.of(Answer.noAnswer());
            }
        }
        return Optional.empty();
    }

    /** What becomes of the answer once the work is done. */
    Answer spoil(Answer answer) {
        Answer spoiled = hold == null ? answer : answer.held(hold);
        for (Fault fault : faults) {
            spoiled = switch (fault.name()) {
                case "reset-after" -> spoiled.ending(Answer.Ending.NO_ANSWER);
                case "breaks-off" -> spoiled.ending(Answer.Ending.BREAKS_OFF);
                case "truncated" -> spoiled.withBody(body -> Arrays.copyOf(body, body.length / 2));
                case "empty" -> spoiled.withBody(body -> NOTHING);
                case "slow" -> spoiled.after(Duration.ofMillis((long) (fault.number(1) * 1000)));
                default -> spoiled;
            };
        }
        return spoiled;
    }

    boolean asksFor(String name) {
        return faults.stream().anyMatch(fault -> fault.name().equals(name));
    }

    /** The number that goes with a fault: 1 if it came without one, 0 without the fault. */
    int count(String name) {
        return faults.stream()
                .filter(fault -> fault.name().equals(name))
                .mapToInt(fault -> (int) fault.number(1))
                .findFirst()
                .orElse(0);
    }

    private static Answer gateway(Fault fault) {
        Answer page = page(Integer.parseInt(fault.name().substring("http-".length())), "The gateway could not go on");
        String retryAfter = fault.options().getOrDefault("retry-after", "");
        return retryAfter.isEmpty() ? page : page.header("Retry-After", retryAfter);
    }

    private static Answer page(int status, String words) {
        return Answer.text(
                status,
                "text/html",
                "<html><head><title>" + status + "</title></head><body><center><h1>" + status + " " + words
                        + "</h1></center><hr><center>nginx</center></body></html>\n");
    }
}
