package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.schemas.ImageLimits;
import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which model a request goes to. A model that was named is taken or refused, never silently replaced. */
public final class ModelChoice {
    private static final String FIELD = "model";

    private final ModelCatalog catalog;
    private final boolean anyModel;

    /**
     * @param anyModel whether ids that the catalogue does not know are passed on unchecked
     */
    public ModelChoice(ModelCatalog catalog, boolean anyModel) {
        this.catalog = catalog;
        this.anyModel = anyModel;
    }

    /** Throws a {@link ToolException} when the model is unknown or cannot do what is asked. */
    public ChosenModel choose(@Nullable String asked, String capability, String mode) {
        return choose(asked, capability, mode, model -> true, List.of());
    }

    /**
     * As {@link #choose(String, String, String)}; where no model is named, it is the open one that fulfils the most wishes: the default
     * before all others, then as the catalogue has them. Wishes are about models that know the mode, of which one must be open.
     */
    public ChosenModel choose(
            @Nullable String asked,
            String capability,
            String mode,
            Predicate<Model> open,
            List<? extends Predicate<Model>> wishes) {
        if (asked == null) {
            return chosen(unnamed(capability, mode, open, wishes), mode);
        }
        Optional<Model> known =
                catalog.find(asked).filter(model -> model.capability().equals(capability));
        if (known.isEmpty()) {
            return unknown(asked, capability);
        }
        if (known.get().mode(mode).isEmpty()) {
            throw cannot(known.get(), capability, mode);
        }
        return chosen(known.get(), mode);
    }

    private Model unnamed(
            String capability, String mode, Predicate<Model> open, List<? extends Predicate<Model>> wishes) {
        Model best = null;
        for (Model model : ableTo(capability, mode)) {
            if (open.test(model) && (best == null || fulfilled(wishes, model) > fulfilled(wishes, best))) {
                best = model;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no open model for " + capability + " " + mode);
        }
        return best;
    }

    /** All that know the mode, the default first. */
    private List<Model> ableTo(String capability, String mode) {
        return Stream.concat(catalog.defaultModel(capability, mode).stream(), catalog.offered(capability).stream())
                .filter(model -> model.mode(mode).isPresent())
                .distinct()
                .toList();
    }

    private static long fulfilled(List<? extends Predicate<Model>> wishes, Model model) {
        return wishes.stream().filter(wish -> wish.test(model)).count();
    }

    /** What images must be like; for a model that is not known, or says nothing of images, as for the usual one. */
    public ImageLimits imageLimits(ChosenModel model, String capability, String mode) {
        return model.known()
                .map(known -> known.limits().image())
                .or(() -> catalog.defaultModel(capability, mode)
                        .map(usual -> usual.limits().image()))
                .orElseThrow(() -> new IllegalStateException("no image limits for " + capability + " " + mode));
    }

    private static ChosenModel chosen(Model model, String mode) {
        return new ChosenModel(model.id(), Optional.of(model), model.mode(mode));
    }

    private ChosenModel unknown(String asked, String capability) {
        if (anyModel) {
            return new ChosenModel(asked, Optional.empty(), Optional.empty());
        }
        List<Model> offered = catalog.offered(capability);
        String nearest = catalog.nearest(asked, capability)
                .or(() -> offered.stream().findFirst())
                .map(Model::id)
                .orElse("");
        throw Refusal.of(
                FIELD,
                asked,
                "is not a known " + capability + " model. Known: "
                        + offered.stream().map(Model::id).collect(Collectors.joining(", ")) + ".",
                "Call again with model '" + nearest + "'.");
    }

    private ToolException cannot(Model model, String capability, String mode) {
        String able = catalog.offered(capability).stream()
                .filter(other -> other.mode(mode).isPresent())
                .map(Model::id)
                .collect(Collectors.joining(", "));
        String modes =
                model.modes().stream().map(Mode::mode).map(Modes::inWords).collect(Collectors.joining(", "));
        String instead = catalog.defaultModel(capability, mode).map(Model::id).orElse("another model");
        return Refusal.of(
                FIELD,
                model.id(),
                "does not make " + Modes.inWords(mode) + "; it makes " + modes + ". Models that do: " + able + ".",
                "Call again with model '" + instead + "', or with the inputs that '" + model.id() + "' needs"
                        + Modes.inputsOf(model, mode) + ".");
    }
}
