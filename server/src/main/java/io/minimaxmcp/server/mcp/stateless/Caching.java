package io.minimaxmcp.server.mcp.stateless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** For how long, and for whom, a client may keep a result. */
enum Caching {
    /** The same for everybody until the server is started anew, which may be soon. */
    FIXED("public", Duration.ofMinutes(5)),
    /** The tenant's own, told of when it is out of date to whoever listens. */
    OWN("private", Duration.ofMinutes(5)),
    /** The tenant's own, and different at any moment. */
    CHANGING("private", Duration.ZERO);

    private final String scope;
    private final Duration fresh;

    Caching(String scope, Duration fresh) {
        this.scope = scope;
        this.fresh = fresh;
    }

    /** The same method, with these hints on its results. */
    Method hints(Method method) {
        return call -> method.answer(call).thenApply(this::hinted);
    }

    private ObjectNode hinted(ObjectNode result) {
        ObjectNode hinted = JsonNodeFactory.instance.objectNode();
        hinted.setAll(result);
        return hinted.put("ttlMs", fresh.toMillis()).put("cacheScope", scope);
    }
}
