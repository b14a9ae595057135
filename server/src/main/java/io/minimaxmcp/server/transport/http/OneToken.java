package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Secret;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpStatus;

/** The one token of the settings, the same for everybody; where none is set, nobody has to show one. */
final class OneToken implements Tokens {
    private final Optional<Secret> token;

    OneToken(Optional<Secret> token) {
        this.token = token;
    }

    @Override
    public CompletionStage<Verdict> check(String bearer) {
        boolean shown = token.isEmpty() || token.get().matches(bearer);
        return CompletableFuture.completedFuture(
                shown
                        ? new Verdict.Known(Tenant.LOCAL)
                        : new Verdict.Refused(
                                HttpStatus.UNAUTHORIZED_401,
                                "Bearer realm=\"minimax-mcp\"",
                                "Send the token as Authorization: Bearer …"));
    }
}
