package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds earlier results in the ledger, from which this package keeps away. */
@FunctionalInterface
public interface MediaLookup {
    /** Another tenant's media are not found. */
    CompletionStage<Optional<StoredMedia>> find(Tenant tenant, MediaId id);
}
