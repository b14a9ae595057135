package io.minimaxmcp.tools.media;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One result as it is to be collected: from the spool, or else from a link.
 *
 * @param spooled the name of a file in the spool
 * @param link asks for a link that works now; not used for what is in the spool
 * @param extension what was asked for; the bytes decide
 */
public record Piece(@Nullable String spooled, Supplier<CompletionStage<String>> link, String extension) {}
