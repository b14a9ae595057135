package io.minimaxmcp.server.mcp;

/** What the server calls itself to clients. */
public record ServerIdentity(String name, String title, String version) {}
