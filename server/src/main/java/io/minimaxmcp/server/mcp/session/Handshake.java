package io.minimaxmcp.server.mcp.session;

import io.minimaxmcp.server.mcp.Instructions;
import io.minimaxmcp.server.mcp.Revision;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.modelcontextprotocol.server.McpInitRequestHandler;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Answers {@code initialize}: agrees on a revision and says what is offered. */
record Handshake(ServerIdentity identity, Session session) implements McpInitRequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);

    @Override
    public Mono<InitializeResult> handle(InitializeRequest request) {
        Revision revision = Revision.negotiate(request.protocolVersion());
        session.agreeOn(revision);
        LOG.atInfo()
                .addKeyValue("client", request.clientInfo().name())
                .addKeyValue("revision", revision.date())
                .log("a client has come");
        Implementation we = Implementation.builder(identity.name(), identity.version())
                .title(identity.title())
                .build();
        return Mono.just(InitializeResult.builder(revision.date(), capabilities(), we)
                .instructions(Instructions.text())
                .build());
    }

    /** Exactly what {@link SessionServer} has methods for. */
    private static ServerCapabilities capabilities() {
        return ServerCapabilities.builder()
                .tools(true)
                .resources(true, true)
                .prompts(false)
                .completions()
                .logging()
                .build();
    }
}
