package io.minimaxmcp.server.mcp.session;

import static io.modelcontextprotocol.spec.McpSchema.METHOD_NOTIFICATION_INITIALIZED;

import io.minimaxmcp.server.mcp.Features;
import io.minimaxmcp.server.mcp.ServerIdentity;
import io.minimaxmcp.server.rpc.Side;
import io.minimaxmcp.server.rpc.Wire;
import io.minimaxmcp.tools.tool.Tenant;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpServerSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import reactor.core.publisher.Mono;

/** Answers clients of the session era, whatever they are connected by. */
public final class SessionServer {
    /** Before the ids of our questions; nobody else sees it, so that it need not be unique. */
    private static final String NAME = "server";

    /** How long a client may take to answer a request of ours; whoever asks waits less. */
    private static final Duration CLIENT_ANSWERS_WITHIN = Duration.ofMinutes(30);

    private final ServerIdentity identity;
    private final Map<String, Method> methods;

    /**
     * @param executor where calls begin, so that a transport's reader goes on reading
     */
    public SessionServer(Features features, Executor executor) {
        this(
                features.identity(),
                List.of(
                        new ToolMethods(features.tools(), features.patience(), executor).all(),
                        new ResourceMethods(features.resources(), features.completions(), executor).all(),
                        new PromptMethods(features.prompts()).all(),
                        LoggingMethods.all()));
    }

    /** With methods of whatever kind; of two with one name the later counts. */
    SessionServer(ServerIdentity identity, List<Map<String, Method>> methods) {
        this.identity = identity;
        this.methods = new HashMap<>();
        methods.forEach(this.methods::putAll);
    }

    /**
     * Serves one connection that is a session from end to end, as stdio is.
     *
     * @param localPaths whether the client is on this machine, so that paths mean something to it
     */
    public Side connect(Tenant tenant, boolean localPaths, Wire wire) {
        Session session = new Session(tenant, localPaths, wire);
        McpServerSession sdk = new McpServerSession(
                NAME,
                CLIENT_ANSWERS_WITHIN,
                new SdkWire(wire),
                new Handshake(identity, session),
                requests(session),
                Map.of(METHOD_NOTIFICATION_INITIALIZED, (exchange, params) -> Mono.empty()),
                () -> Mono.fromRunnable(session::close));
        return new SessionSide(session, sdk, wire, methods.keySet());
    }

    private Map<String, McpRequestHandler<?>> requests(Session session) {
        Map<String, McpRequestHandler<?>> handlers = new HashMap<>();
        methods.forEach((name, method) -> handlers.put(name, new Answering(name, method, session)));
        return handlers;
    }
}
