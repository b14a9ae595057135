package io.minimaxmcp.tools.media;

/** An earlier result's bytes, few enough to be handed over in one piece. */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record MediaContent(String mimeType, byte[] bytes) {}
