package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.tool.Preview;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes a picture that is small enough to be shown inside a result. */
@FunctionalInterface
public interface Previewer {
    /** For servers that show none. */
    Previewer NONE = artifact -> CompletableFuture.completedFuture(Optional.empty());

    /** Empty where the artifact is no picture, or is not on this machine. */
    CompletionStage<Optional<Preview>> preview(Artifact artifact);
}
