package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that have come in whole and have no place yet. */
record Draft(Path file, Digested digested) {
    void discard() throws IOException {
        Files.deleteIfExists(file);
    }
}
