package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.schemas.Model;
import java.util.function.Predicate;

/**
 * Something that a model should be able to do.
 *
 * @param otherwise what is to be said of one that is not, after its name and {@code which}: {@code needs a prompt}
 */
record Wish(String otherwise, Predicate<Model> fulfilled) implements Predicate<Model> {
    @Override
    public boolean test(Model model) {
        return fulfilled.test(model);
    }
}
