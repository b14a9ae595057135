package io.minimaxmcp.tools.sandbox.studio;

/** A finished sound file and what it holds; nobody writes into {@code bytes}. */
@SuppressWarnings("ArrayRecordComponent") // handed straight to a socket; nobody compares recordings
public record Recording(byte[] bytes, Encoding encoding, long durationMs, int sampleRate, int channels) {}
