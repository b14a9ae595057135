package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;

/** A call on its way: for whom, from which account, to which host. */
record Trip(Tenant tenant, Account account, URI host, Call call) {
    Endpoint endpoint() {
        return call.endpoint();
    }

    Trip to(URI otherHost) {
        return new Trip(tenant, account, otherHost, call);
    }
}
