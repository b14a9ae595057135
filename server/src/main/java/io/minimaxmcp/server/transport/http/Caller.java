package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;

/**
 * Who sent a request. A session belongs to the caller that opened it, and to nobody else.
 *
 * @param tenant whose jobs, media and money it is about
 * @param holder whose token it was, which need not be whose money it is
 */
record Caller(Tenant tenant, Tenant holder) {
    /** Whose share of what all have to share it takes: the token's holder's, or where all hold the same the tenant's. */
    Tenant sharer() {
        return holder.equals(Tenant.LOCAL) ? tenant : holder;
    }

    /** One that is known by nothing but its tenant. */
    Caller(Tenant tenant) {
        this(tenant, tenant);
    }
}
