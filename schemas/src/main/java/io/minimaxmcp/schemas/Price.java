package io.minimaxmcp.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model's list price.
 *
 * @param amounts for one unit each; one without conditions, or one for each resolution and duration
 * @param referenceVideo for each second of reference video
 * @param freeImages input images that cost nothing
 * @param extraImageUsd for each input image beyond those
 * @param covers what one unit includes, in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Price(
        PriceUnit unit,
        List<Amount> amounts,
        List<Amount> referenceVideo,
        @Nullable Integer freeImages,
        @Nullable Usd extraImageUsd,
        @Nullable String covers) {
    public Price {
        amounts = Absent.asEmpty(amounts);
        referenceVideo = Absent.asEmpty(referenceVideo);
    }

    /** The price of one unit where neither resolution nor duration matters. */
    public Optional<Usd> perUnit() {
        return at(null, null);
    }

    /** The price of a second of reference video; empty when none is published for this resolution. */
    public Optional<Usd> referenceSecond(@Nullable String resolution) {
        return referenceVideo.stream()
                .filter(amount -> amount.holdsFor(resolution, null))
                .map(Amount::usd)
                .findFirst();
    }

    /** The price of one unit; empty when none is published for this combination. */
    public Optional<Usd> at(@Nullable String resolution, @Nullable Integer durationSeconds) {
        return amounts.stream()
                .filter(amount -> amount.holdsFor(resolution, durationSeconds))
                .map(Amount::usd)
                .findFirst();
    }
}
