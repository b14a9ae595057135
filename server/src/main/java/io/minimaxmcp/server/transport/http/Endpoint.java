package io.minimaxmcp.server.transport.http;

/** What is served under one path. */
interface Endpoint {
    /** Answers, now or later; never blocks. */
    void serve(Exchange exchange);
}
