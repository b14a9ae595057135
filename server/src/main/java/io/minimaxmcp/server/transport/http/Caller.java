package io.minimaxmcp.server.transport.http;

import io.minimaxmcp.tools.tool.Tenant;

/**
 * Who sent a request. A session belongs to the caller that opened it, and to nobody else.
 *
 * @param tenant whose jobs, media and money it is about
 */
record Caller(Tenant tenant) {}
