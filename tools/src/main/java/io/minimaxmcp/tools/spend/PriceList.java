package io.minimaxmcp.tools.spend;

import io.minimaxmcp.schemas.Fee;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.schemas.Price;
import io.minimaxmcp.schemas.PriceUnit;
import io.minimaxmcp.schemas.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests cost by the catalogue's list prices. A price that nobody publishes is unknown, never guessed. */
public final class PriceList {
    private static final BigDecimal MILLIS_OF_HOUR = BigDecimal.valueOf(3_600_000);

    /** No limit is published: far more than the longest prompt, nine pictures and fifteen seconds of video take. */
    private static final int MOST_READ = 100_000;
    /** MiniMax takes final prompts of so many characters, and a token is a character or more. */
    private static final int MOST_WRITTEN = 40_000;

    private final ModelCatalog catalog;

    public PriceList(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    public Estimate images(Optional<Model> model, int count) {
        return each(model, null, null, count, count == 1 ? "image" : "images");
    }

    public Estimate video(Optional<Model> model, @Nullable String resolution, @Nullable Integer seconds) {
        String what =
                "video" + (resolution == null ? "" : " " + resolution) + (seconds == null ? "" : " " + seconds + " s");
        return each(model, resolution, seconds, 1, what);
    }

    /**
     * A video with what goes into it.
     *
     * @param pictures frames and references
     */
    public Estimate video(
            Optional<Model> model,
            @Nullable String resolution,
            @Nullable Integer seconds,
            ReferenceTime references,
            int pictures) {
        Price price = model.map(Model::price).orElse(null);
        if (price == null || price.unit() != PriceUnit.OUTPUT_SECOND || seconds == null) {
            return video(model, resolution, seconds);
        }
        Optional<Usd> second = price.at(resolution, null);
        if (second.isEmpty()) {
            return unknown(model);
        }
        Usd total = second.get().times(seconds);
        StringBuilder basis = new StringBuilder(seconds + " s of " + resolution + " video x " + second.get());
        int extra = Math.max(0, pictures - (price.freeImages() == null ? pictures : price.freeImages()));
        if (extra > 0 && price.extraImageUsd() != null) {
            total = total.plus(price.extraImageUsd().times(extra));
            basis.append(" + ").append(extra).append(" more images x ").append(price.extraImageUsd());
        }
        Optional<Usd> reference = references.seconds() > 0 ? price.referenceSecond(resolution) : Optional.empty();
        if (reference.isPresent()) {
            BigDecimal length = BigDecimal.valueOf(Math.ceil(references.seconds()));
            total = total.plus(reference.get().times(length));
            basis.append(references.isMost() ? " + at most " : " + ")
                    .append(length.toBigInteger())
                    .append(" s of reference video x ")
                    .append(reference.get())
                    .append(references.isMost() ? ", as links are not measured" : "");
        }
        return new Estimate(total, basis + source());
    }

    /**
     * A video made again in 2K.
     *
     * @param inputs the most that the videos which go into it can play
     * @param pictures that go into it
     */
    public Estimate regeneration(String model, int seconds, int inputs, int pictures) {
        int extra = extraPictures(model, pictures);
        Usd total = regenerated(model, seconds, inputs, pictures);
        if (total == null) {
            return Estimate.unknown("MiniMax publishes no price for regenerated videos" + source());
        }
        String basis = seconds + " s of 2K video x " + unit("video_regeneration")
                + (inputs == 0 ? "" : " + at most " + inputs + " s of input video x " + unit("video_regeneration"))
                + (extra == 0 ? "" : " + " + extra + " more images x " + unit("video_regeneration_image"));
        return new Estimate(total, basis + source());
    }

    /** What a regeneration costs by MiniMax's own count; null where no price is published. */
    public @Nullable Usd regenerated(String model, int seconds, int inputs, int pictures) {
        Usd second = unit("video_regeneration");
        Usd picture = unit("video_regeneration_image");
        return second == null || picture == null
                ? null
                : second.times(seconds + inputs).plus(picture.times(extraPictures(model, pictures)));
    }

    /** An enhanced prompt: the most it can cost, because how many tokens it takes is told with it. */
    public Estimate prompt() {
        Usd most = enhanced(MOST_READ, MOST_WRITTEN);
        return most == null
                ? Estimate.unknown("MiniMax publishes no price for enhanced prompts" + source())
                : new Estimate(
                        most,
                        "at most " + MOST_READ + " tokens read x " + unit("prompt_tokens") + " and " + MOST_WRITTEN
                                + " written x " + unit("prompt_completion_tokens")
                                + " a million; what it takes is counted when it is done" + source());
    }

    /** What an enhanced prompt costs by MiniMax's own count of tokens; null where no price is published. */
    public @Nullable Usd enhanced(int read, int written) {
        Usd in = unit("prompt_tokens");
        Usd out = unit("prompt_completion_tokens");
        return in == null || out == null
                ? null
                : in.times(BigDecimal.valueOf(read, 6)).plus(out.times(BigDecimal.valueOf(written, 6)));
    }

    private int extraPictures(String model, int pictures) {
        Integer free =
                catalog.find(model).map(Model::price).map(Price::freeImages).orElse(null);
        return Math.max(0, pictures - (free == null ? 0 : free));
    }

    private @Nullable Usd unit(String fee) {
        return catalog.fee(fee).map(Fee::usd).orElse(null);
    }

    public Estimate song(Optional<Model> model) {
        return each(model, null, null, 1, "song of up to 5 minutes");
    }

    /** @param millis how long the sound plays; null where that is not known */
    public Estimate transcript(Optional<Model> model, @Nullable Long millis) {
        Optional<Usd> hour = unit(model, null, null);
        if (millis == null || hour.isEmpty()) {
            return hour.isEmpty() ? unknown(model) : Estimate.unknown(hour.get() + " an hour of sound" + source());
        }
        BigDecimal hours = BigDecimal.valueOf(millis).divide(MILLIS_OF_HOUR, 9, RoundingMode.CEILING);
        return new Estimate(
                hour.get().times(hours), (millis + 999) / 1000 + " s of sound x " + hour.get() + " an hour" + source());
    }

    /** Words for one song. */
    public Estimate lyrics() {
        return catalog.fee("lyrics")
                .map(fee -> new Estimate(fee.usd(), "lyrics of a song x " + fee.usd() + source()))
                .orElseGet(() -> Estimate.unknown("MiniMax publishes no price for lyrics" + source()));
    }

    public Estimate speech(Optional<Model> model, String text) {
        return unit(model, null, null)
                .map(perMillion -> spoken(text, perMillion))
                .map(spoken -> new Estimate(spoken.amount(), spoken.basis() + source()))
                .orElseGet(() -> unknown(model));
    }

    /** What so many billed characters cost; null where no price is published. */
    public @Nullable Usd characters(@Nullable String model, int count) {
        return unit(model == null ? Optional.empty() : catalog.find(model), null, null)
                .map(perMillion -> new BilledText(count, 0).price(perMillion))
                .orElse(null);
    }

    /** Without the source. */
    private static Estimate spoken(String text, Usd perMillion) {
        BilledText billed = BilledText.of(text);
        return new Estimate(billed.price(perMillion), billed + " x " + perMillion + " a million");
    }

    /** The fee, which MiniMax takes at the voice's first use, and the preview, which it takes at once. */
    public Estimate clonedVoice(Optional<Model> model, @Nullable String preview) {
        return preview == null
                ? withFee("voice_clone", Optional.of(new Estimate(Usd.ZERO, "")))
                : withFee("voice_clone", unit(model, null, null).map(price -> spoken(preview, price)));
    }

    /** The fee, which MiniMax takes at the voice's first use, and the preview, which it takes at once. */
    public Estimate designedVoice(String preview) {
        Optional<Usd> perMillion = catalog.fee("voice_design_preview").map(Fee::usd);
        return withFee("voice_design", perMillion.map(price -> spoken(preview, price)));
    }

    private Estimate withFee(String name, Optional<Estimate> preview) {
        Optional<Fee> fee = catalog.fee(name);
        Usd spoken = preview.map(Estimate::amount).orElse(null);
        if (fee.isEmpty() || spoken == null) {
            return Estimate.unknown("no price is published for all of this" + source());
        }
        String sample = preview.map(Estimate::basis)
                .filter(basis -> !basis.isEmpty())
                .map(basis -> " + preview of " + basis)
                .orElse("");
        return new Estimate(
                fee.get().usd().plus(spoken),
                fee.get().usd() + " due at " + fee.get().due() + sample + source());
    }

    private Estimate each(
            Optional<Model> model, @Nullable String resolution, @Nullable Integer seconds, int count, String what) {
        return unit(model, resolution, seconds)
                .map(price -> new Estimate(price.times(count), count + " " + what + " x " + price + source()))
                .orElseGet(() -> unknown(model));
    }

    private static Optional<Usd> unit(Optional<Model> model, @Nullable String resolution, @Nullable Integer seconds) {
        return model.flatMap(known -> known.unitPrice(resolution, seconds));
    }

    private Estimate unknown(Optional<Model> model) {
        return Estimate.unknown(
                "MiniMax publishes no price for " + model.map(Model::id).orElse("this model") + source());
    }

    private String source() {
        return " (list price, " + catalog.asOf() + ")";
    }
}
