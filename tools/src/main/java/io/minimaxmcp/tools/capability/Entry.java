package io.minimaxmcp.tools.capability;

import io.minimaxmcp.tools.tool.Capability;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of all tools.
 *
 * @param paid whether calls cost money
 * @param product the product of MiniMax's that an account may turn out not to have; null where all have it
 */
public record Entry(
        String tool, String toolset, boolean paid, @Nullable String product, Function<Kit, Capability<?>> make) {

    Entry of(String closableProduct) {
        return new Entry(tool, toolset, paid, closableProduct, make);
    }
}
