package io.minimaxmcp.tools.upstream;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one lane of this process was lent and has not spent; never empty where nothing is shared. Guarded by its lane. */
final class Purse {
    private static final long AGAIN_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final @Nullable LaneTokens lender;
    private final String account;
    private final Lane lane;
    private final int perMinute;
    private int tokens;
    private long goodUntil;
    private long emptyUntil;
    private boolean asking;

    /** @param lender null where this process has the account for itself */
    Purse(@Nullable LaneTokens lender, String account, Lane lane, int perMinute, long now) {
        this.lender = lender;
        this.account = account;
        this.lane = lane;
        this.perMinute = perMinute;
        this.goodUntil = now;
        this.emptyUntil = now;
    }

    /** Whether one more may leave, which is paid for with that. */
    boolean spend(long now) {
        if (lender == null) {
            return true;
        }
        if (tokens == 0 || now - goodUntil >= 0) {
            tokens = 0;
            return false;
        }
        tokens--;
        return true;
    }

    boolean isAsking() {
        return asking;
    }

    /** Before that, asking is no use. */
    long emptyUntil() {
        return emptyUntil;
    }

    /** Asks for what so many need, or for a second's worth: a process that dies takes no more than that along. */
    CompletionStage<LaneTokens.Grant> ask(int waiting) {
        LaneTokens asked = Objects.requireNonNull(lender);
        asking = true;
        return asked.take(account, lane, perMinute, Math.min(waiting, Math.max(1, perMinute / SECONDS_OF_A_MINUTE)));
    }

    void fill(LaneTokens.@Nullable Grant grant, long asked, long now) {
        asking = false;
        if (grant == null) {
            emptyUntil = now + AGAIN_AFTER_FAILURE;
        } else if (grant.tokens() == 0) {
            emptyUntil = now + grant.next().toNanos();
        } else {
            tokens = grant.tokens();
            goodUntil = asked + LaneTokens.Grant.GOOD.toNanos();
        }
    }

    void close(Duration time) {
        if (lender != null) {
            tokens = 0;
            lender.close(account, lane, time);
        }
    }
}
