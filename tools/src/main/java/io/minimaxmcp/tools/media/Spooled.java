package io.minimaxmcp.tools.media;

/** A file of the spool. */
public record Spooled(String name, String extension) {}
