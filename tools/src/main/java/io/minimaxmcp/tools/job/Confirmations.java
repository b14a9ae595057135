package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.spend.Budget;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Gets a yes for expensive calls: from the person where the client can ask, else by a token that is good once, for the same request at
 * the same price. That a token was given out, to whom and until when, is in the ledger; what it is good for is in the token.
 */
final class Confirmations {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** Never given out: the ledger takes only duplicates in with it. */
    private static final String NONE = "none";

    private final Budget budget;
    private final JobLedger ledger;
    private final RandomGenerator random;
    private final Clock clock;

    Confirmations(Budget budget, JobLedger ledger, RandomGenerator random, Clock clock) {
        this.budget = budget;
        this.ledger = ledger;
        this.random = random;
        this.clock = clock;
    }

    /** The token that admission has to use up; null where nobody needs to be asked. */
    @Nullable
    String required(Job job, @Nullable String given) {
        if (!budget.asksFor(job.order().estimate())) {
            return null;
        }
        return given != null && given.endsWith(purpose(job, nonceOf(given))) ? given : NONE;
    }

    /** Completes when the person says yes; else fails with what the caller can do. */
    CompletionStage<Void> ask(Job job, @Nullable String given, Visit visit) {
        var reply = visit.unlessGone(visit.context().confirmer().ask(question(job.order())));
        return reply.thenCompose(said -> switch (said) {
            case YES -> CompletableFuture.completedFuture(null);
            case NO -> ToolException.failed(declined());
            case CANNOT_ASK -> offerToken(job, given, visit);
        });
    }

    private CompletionStage<Void> offerToken(Job job, @Nullable String given, Visit visit) {
        String nonce = String.format("%016x", random.nextLong());
        String token = nonce + "-" + purpose(job, nonce);
        Tenant tenant = job.tenant();
        return ledger.keepToken(tenant, token, clock.instant().plus(GOOD_FOR)).thenCompose(kept -> {
            visit.context().confirmer().askLater(question(job.order()), token);
            return ToolException.failed(unconfirmed(job.order(), token, given != null));
        });
    }

    private Failure unconfirmed(Order order, String token, boolean hadToken) {
        String rejected = hadToken ? "The confirm token is used up, expired, or for another request or price. " : "";
        return Failure.of(
                ErrorKind.BUDGET,
                rejected + "This call would cost " + price(order) + ", above the threshold of " + budget.confirmAbove()
                        + " for asking first: it was not sent.",
                "Ask the person. If they agree, call " + order.tool() + " again with the same arguments and confirm \""
                        + token + "\" within " + GOOD_FOR.toMinutes() + " minutes.");
    }

    private static Failure declined() {
        return Failure.of(
                ErrorKind.BUDGET,
                "The person was asked about the price and said no: nothing was sent.",
                "Do not make this call again unless the person asks for it.");
    }

    private static String question(Order order) {
        String what = order.tool() + (order.model() == null ? "" : " with " + order.model());
        return what + " will cost " + price(order) + ". Go ahead?";
    }

    private static String price(Order order) {
        return order.estimate().amount() == null
                ? "an unknown amount (" + order.estimate().basis() + ")"
                : "about " + order.estimate().amount() + " (" + order.estimate().basis() + ")";
    }

    /** What a token is good for, in sixteen digits. */
    private static String purpose(Job job, String nonce) {
        String whole = nonce + "\n" + job.tenant().id() + "\n" + job.fingerprint() + "\n"
                + job.order().estimate().amount();
        return Fingerprint.digest(whole).substring(0, 16);
    }

    private static String nonceOf(String token) {
        int end = token.indexOf('-');
        return end < 0 ? "" : token.substring(0, end);
    }
}
