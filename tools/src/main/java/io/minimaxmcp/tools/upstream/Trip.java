package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A call on its way: for whom, from which account, to which host.
 *
 * @param trace where in a distributed trace it stands; null where nobody said
 */
record Trip(
        Tenant tenant,
        Account account,
        URI host,
        Call call,
        @Nullable String trace) {
    /** One that is part of no trace. */
    Trip(Tenant tenant, Account account, URI host, Call call) {
        this(tenant, account, host, call, null);
    }

    Endpoint endpoint() {
        return call.endpoint();
    }

    Trip to(URI otherHost) {
        return new Trip(tenant, account, otherHost, call, trace);
    }
}
