package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.concurrent.CompletionStage;

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
        /** It lets in, and says as whom. */
        record Known(Tenant tenant) implements Verdict {}

        /**
         * It does not.
         *
         * @param challenge for {@code WWW-Authenticate}; empty for none
         */
        record Refused(int status, String challenge, String words) implements Verdict {}
    }
}
