package io.minimaxmcp.tools.media;

import java.nio.file.Path;

/** An earlier result on this machine, to be read by whoever asked for it and by nobody else. */
public record MediaFile(Path path, String mimeType, long bytes) {}
