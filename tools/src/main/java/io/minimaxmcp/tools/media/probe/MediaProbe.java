package io.minimaxmcp.tools.media.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells what a file is by its first bytes, and never by its name. */
public final class MediaProbe {
    private static final int HEAD = 64;

    private MediaProbe() {}

    /** Blocks; empty for what is no medium that MiniMax takes or makes. */
    public static Optional<MediaFacts> inspect(Path file) throws IOException {
        byte[] head = new byte[HEAD];
        try (InputStream in = Files.newInputStream(file)) {
            int length = in.readNBytes(head, 0, HEAD);
            return length < 4 ? Optional.empty() : Optional.ofNullable(Signatures.facts(ByteBuffer.wrap(head)));
        }
    }
}
