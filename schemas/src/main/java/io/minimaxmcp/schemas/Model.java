package io.minimaxmcp.schemas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One MiniMax model and all that is known of it.
 *
 * @param capability {@code image}, {@code video}, {@code speech}, {@code music} or {@code transcription}
 * @param status {@code current}, {@code legacy} (served, superseded), {@code restricted} (existing customers only),
 *     {@code stopped} or {@code uncertain} (the documents disagree)
 * @param offered whether our tools take it
 * @param api the API generation, {@code v1} or {@code v2}
 * @param price null when none is published
 * @param resultUrlSeconds how long a result's link lives; null when it is not documented
 * @param newCustomers false when MiniMax no longer opens it to new accounts
 * @param asOf the date of these facts; null when it is the catalogue's
 */
public record Model(
        String id,
        String capability,
        String status,
        boolean offered,
        String api,
        List<Mode> modes,
        Features features,
        Limits limits,
        @Nullable Price price,
        @Nullable Rates requestsPerMinute,
        @Nullable Rates inFlight,
        @Nullable Integer resultUrlSeconds,
        @Nullable Boolean newCustomers,
        @Nullable String notes,
        List<String> sources,
        @Nullable String asOf) {
    public Model {
        modes = List.copyOf(modes);
        sources = Absent.asEmpty(sources);
    }

    public Optional<Mode> mode(String name) {
        return modes.stream().filter(mode -> mode.mode().equals(name)).findFirst();
    }

    /** The price of one unit; empty when none is published. */
    public Optional<Usd> unitPrice(@Nullable String resolution, @Nullable Integer durationSeconds) {
        return Optional.ofNullable(price).flatMap(list -> list.at(resolution, durationSeconds));
    }
}
