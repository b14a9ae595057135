package io.minimaxmcp.tools.tool;

/** A picture small enough to be shown inside a result. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record Preview(String mimeType, byte[] bytes) {}
