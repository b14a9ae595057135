package io.minimaxmcp.tools.spend;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent. A day's limit is of one MiniMax key: of the server's, whoever of its tenants spends with it, and of each key that a
 * tenant brings.
 *
 * @param day in a UTC day; null for no limit
 * @param perCall in one call; null for no limit
 * @param confirmAbove the price above which a person is asked first; null for never
 */
public record Budget(
        Mode mode,
        @Nullable Usd day,
        @Nullable Usd perCall,
        @Nullable Usd confirmAbove) {
    /** No limits. */
    public static final Budget NONE = new Budget(Mode.OFF, null, null, null);

    /** What happens to a call that goes over a limit. */
    public enum Mode {
        /** Nothing: limits are not looked at, and nobody is asked. */
        OFF,
        /** It is made, and the result says so. */
        WARN,
        /** It is refused before it is sent. */
        ENFORCE
    }

    /** Why a call of this price is refused, if it is. The day's limit is not looked at here: only the ledger can, atomically. */
    public Optional<Failure> refusal(Estimate price) {
        if (mode != Mode.ENFORCE || (day == null && perCall == null)) {
            return Optional.empty();
        }
        Usd amount = price.amount();
        if (amount == null) {
            return Optional.of(Failure.of(
                    ErrorKind.BUDGET,
                    "The price of this call is not documented (" + price.basis()
                            + "), and a budget is enforced: it was not sent.",
                    "Use a model with a known price, or ask the operator to set MINIMAX_MCP_BUDGET_MODE=warn."));
        }
        if (perCall != null && amount.compareTo(perCall) > 0) {
            return Optional.of(Failure.of(
                    ErrorKind.BUDGET,
                    "This call would cost about " + amount + " (" + price.basis() + "), more than the " + perCall
                            + " allowed for one call: it was not sent.",
                    "Ask for less (shorter, smaller, fewer), or ask the operator to raise MINIMAX_MCP_PER_CALL_USD."));
        }
        return Optional.empty();
    }

    /** Why the ledger refused a call over the day's limit. */
    public static Failure dayRefusal(Usd spent, Usd asked, Usd limit) {
        return dayRefusal(asked, "; " + spent + " of today's " + limit + " are spent or reserved");
    }

    /** Why the ledger refused a call over the limit of a day on which others have spent as well: how much is nobody's business. */
    public static Failure sharedDayRefusal(Usd spent, Usd asked, Usd limit) {
        return dayRefusal(
                asked,
                ", and less than that is left of the " + limit
                        + " which all users of this server may spend today (you: " + spent + ")");
    }

    private static Failure dayRefusal(Usd asked, String why) {
        return Failure.of(
                ErrorKind.BUDGET,
                "This call would cost about " + asked + why + ": it was not sent.",
                "Wait for the next UTC day, ask for less, or ask the operator to raise MINIMAX_MCP_BUDGET_USD.");
    }

    /** The day's limit that the ledger is to enforce; null for none. */
    public @Nullable Usd enforcedDay() {
        return mode == Mode.ENFORCE ? day : null;
    }

    /** Whether a call of this price needs a yes; one of unknown price may be above any threshold. */
    public boolean asksFor(Estimate price) {
        Usd amount = price.amount();
        return mode != Mode.OFF && confirmAbove != null && (amount == null || amount.compareTo(confirmAbove) > 0);
    }

    public boolean warns() {
        return mode == Mode.WARN;
    }

    /** What to tell the caller of a call that is let through, in words that stay true on later days. */
    public List<String> warnings(Estimate price, Usd spentThatDay) {
        var warnings = new ArrayList<String>();
        Usd amount = price.amount();
        if (warns() && perCall != null && amount != null && amount.compareTo(perCall) > 0) {
            warnings.add("Warning: this order's " + amount + " are over the budget of " + perCall + " per call.");
        }
        if (warns() && day != null && spentThatDay.compareTo(day) > 0) {
            warnings.add("Warning: this order goes over the daily budget of " + day + ".");
        }
        if (warns() && amount == null && (day != null || perCall != null)) {
            warnings.add("Warning: the price of this call is unknown and not counted in the budget.");
        }
        return warnings;
    }
}
