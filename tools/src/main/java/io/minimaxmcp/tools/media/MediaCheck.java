package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.media.probe.MediaFacts;
import io.minimaxmcp.tools.media.probe.MediaProbe;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells a result from the error page that a link may give in its place. */
final class MediaCheck {
    private static final int HEAD = 512;
    /** The byte order mark of UTF-16 is these two, in the order of its bytes. */
    private static final byte BIG_FIRST = (byte) 0xFE;

    private static final byte LITTLE_FIRST = (byte) 0xFF;

    static final String UNKNOWN = "application/octet-stream";

    private MediaCheck() {}

    /**
     * What a result is, by its bytes. Bytes that nobody here knows are believed to be what was asked for, as long as they are no text:
     * they were paid for.
     */
    static MediaFacts facts(Path file, String extension) throws IOException {
        Optional<MediaFacts> facts = MediaProbe.inspect(file);
        if (facts.isPresent()) {
            return facts.get();
        }
        byte[] head = head(file);
        if (head.length == 0) {
            throw notTheMedia("nothing");
        }
        if (isText(head) && !MediaTypes.isText(extension)) {
            throw notTheMedia("a page of text");
        }
        return MediaFacts.ofType(MediaTypes.ofExtension(extension).orElse(UNKNOWN));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    /** Whether a file reads as text, by its beginning. */
    static boolean isText(Path file) throws IOException {
        return isText(head(file));
    }

    /** Whether a file that is no text in UTF-8 reads as one in UTF-16 or in an encoding of one byte a letter. */
    static boolean isForeignText(Path file) throws IOException {
        byte[] head = head(file);
        Charset charset = head.length > 1 && isWide(head[0], head[1]) ? wide(head) : StandardCharsets.ISO_8859_1;
        return new String(head, charset).chars().noneMatch(c -> c < ' ' && !Character.isWhitespace(c));
    }

    /** Either the mark, or a letter of a language whose letters take one byte of the two. */
    private static boolean isWide(byte first, byte second) {
        boolean isHalfEmpty = (first == 0) != (second == 0);
        return isHalfEmpty || (isMark(first) && isMark(second));
    }

    private static Charset wide(byte[] head) {
        boolean isBigFirst = head[0] == 0 || head[0] == BIG_FIRST;
        return isBigFirst ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean isMark(byte one) {
        return one == BIG_FIRST || one == LITTLE_FIRST;
    }

    private static boolean isText(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(head.length);
        boolean malformed = decoder.decode(ByteBuffer.wrap(head), text, false).isError();
        return !malformed
                && text.flip().chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
    }

    private static ToolException notTheMedia(String instead) {
        return new ToolException(Failure.of(
                        ErrorKind.UPSTREAM,
                        "MiniMax made the result, but its link gave " + instead + " in the place of the media.",
                        "It is fetched again by itself; ask for the job a little later.")
                .canBeRetried()
                .charged(Charged.YES));
    }
}
