package io.minimaxmcp.tools.media;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * An earlier result, as the ledger knows it.
 *
 * @param freshLink asks for a link that works now; used only where nothing was saved
 */
public record StoredMedia(Artifact artifact, Supplier<CompletionStage<String>> freshLink) {}
