package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells whose a bearer token is. */
public interface Tokens {
    /**
     * Never throws, never blocks; the stage never fails.
     *
     * @param bearer as it was shown; empty where none was
     */
    CompletionStage<Verdict> check(String bearer);

    /** What is said of a token. */
    sealed interface Verdict {
        /**
         * It lets in, and says as whom.
         *
         * @param until when it no longer does; null for never
         */
        record Known(Tenant tenant, @Nullable Instant until) implements Verdict {
            /** For ever. */
            public Known(Tenant tenant) {
                this(tenant, null);
            }
        }

        /**
         * It does not.
         *
         * @param challenge for {@code WWW-Authenticate}; empty for none
         */
        record Refused(int status, String challenge, String words) implements Verdict {}
    }
}
