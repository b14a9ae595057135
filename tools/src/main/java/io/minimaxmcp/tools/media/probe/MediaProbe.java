package io.minimaxmcp.tools.media.probe;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Decides what a file is by its bytes, never by its name. */
public final class MediaProbe {
    private static final List<Format> FORMATS = List.of(
            Png::read,
            Jpeg::read,
            Gif::read,
            WebP::read,
            Wav::read,
            Flac::read,
            Ogg::read,
            IsoMedia::read,
            MpegAudio::read);

    private MediaProbe() {}

    /**
     * Empty for what is no medium known here; throws only if the file cannot be read.
     *
     * <p>Blocks: reads headers, and of an MP3 or AAC file without an index all of it.
     */
    public static Optional<MediaFacts> inspect(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return inspect(channel);
        }
    }

    /** As {@link #inspect(Path)}; leaves the channel open, its position anywhere. */
    public static Optional<MediaFacts> inspect(SeekableByteChannel channel) throws IOException {
        return inspect(new Bytes(channel));
    }

    /** What a file in memory is, or a file of which only the beginning is; never throws. */
    public static Optional<MediaFacts> inspect(ByteBuffer bytes) {
        try {
            return inspect(new Bytes(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("memory has no input or output", e);
        }
    }

    private static Optional<MediaFacts> inspect(Bytes bytes) throws IOException {
        Findings found = new Findings();
        try {
            for (Format format : FORMATS) {
                if (format.read(bytes, found)) {
                    break;
                }
            }
        } catch (EOFException truncated) {
            // The file ends early or lies about a length: what was found until then still stands.
        }
        return found.facts();
    }
}
