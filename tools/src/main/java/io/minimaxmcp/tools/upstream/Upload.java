package io.minimaxmcp.tools.upstream;

import java.nio.file.Path;

/** A file for the files API, streamed from disk. */
public record Upload(String purpose, String fileName, String mimeType, Path file) {}
