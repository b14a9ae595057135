package io.minimaxmcp.tools.capability;

import io.minimaxmcp.tools.tool.Capability;
import java.util.function.Function;

/**
 * One line of the table of all tools.
 *
 * @param paid whether calls cost money
 */
public record Entry(String tool, String toolset, boolean paid, Function<Kit, Capability<?>> make) {}
