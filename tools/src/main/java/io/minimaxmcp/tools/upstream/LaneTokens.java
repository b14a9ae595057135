package io.minimaxmcp.tools.upstream;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Who counts the requests of an account for all processes that share it, and lends each of them some to send. */
public interface LaneTokens {
    /**
     * Lends up to so many requests of a lane. What is lent counts as sent.
     *
     * @param account says which account, and nothing of its key
     */
    CompletionStage<Grant> take(String account, Lane lane, int perMinute, int wanted);

    /** Lends nothing for so long, and after that one by one for a minute: MiniMax has said that it was too much. */
    CompletionStage<Void> close(String account, Lane lane, Duration time);

    /**
     * What was lent.
     *
     * @param tokens how many requests may leave; 0 when the minute is full
     * @param next when to ask again, where it is 0
     */
    record Grant(int tokens, Duration next) {
        /** Requests that were lent leave this soon after they were asked for, or not at all. */
        public static final Duration GOOD = Duration.ofSeconds(1);
    }
}
