package io.minimaxmcp.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars, exact to a millionth.
 *
 * @param micros millionths of a dollar
 */
public record Usd(long micros) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(0);

    /** The amount rounded up to the next millionth, so that an estimate is never too low. */
    @JsonCreator
    public static Usd of(BigDecimal dollars) {
        return new Usd(
                dollars.movePointRight(6).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    public static Usd of(String dollars) {
        return of(new BigDecimal(dollars));
    }

    public Usd plus(Usd other) {
        return new Usd(Math.addExact(micros, other.micros));
    }

    public Usd minus(Usd other) {
        return new Usd(Math.subtractExact(micros, other.micros));
    }

    public Usd times(long count) {
        return new Usd(Math.multiplyExact(micros, count));
    }

    public Usd times(BigDecimal count) {
        return of(dollars().multiply(count));
    }

    /** In dollars, as JSON shows it: {@code 0.28}. */
    @JsonValue
    public BigDecimal dollars() {
        BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    @Override
    public int compareTo(Usd other) {
        return Long.compare(micros, other.micros);
    }

    /** For people: at least cents ({@code $0.28}, {@code $0.0035}). */
    @Override
    public String toString() {
        BigDecimal amount = dollars();
        return "$" + (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
    }
}
