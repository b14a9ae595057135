package io.minimaxmcp.server.transport.http;

/** A response that can give a sign of life. */
interface Beating {
    void beat();
}
