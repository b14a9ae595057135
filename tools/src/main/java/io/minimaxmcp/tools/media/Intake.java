package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.media.probe.MediaFacts;
import io.minimaxmcp.tools.media.probe.MediaProbe;
import io.minimaxmcp.tools.tool.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the bytes of one argument into the data folder, if they are what its place in the request takes. */
final class Intake {
    static final String TEXT = "txt";

    private final String field;
    private final MediaLimits limits;
    private final LimitCheck check;
    private final InputStore store;

    Intake(String field, MediaLimits limits, InputStore store) {
        this.field = field;
        this.limits = limits;
        this.check = new LimitCheck(field, limits);
        this.store = store;
    }

    InputMedia.Kept decoded(DataUri uri) throws IOException {
        check.checkSize(uri.maxBytes());
        try (InputStream bytes = uri.bytes()) {
            return taken(bytes);
        } catch (UndecodableException notBase64) {
            throw Refusal.of(
                    field,
                    uri,
                    "cannot be decoded: " + notBase64.getMessage(),
                    "Encode the file as base64 and call again.");
        }
    }

    InputMedia.Kept copied(Path file) throws IOException {
        check.checkSize(Files.size(file));
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return taken(bytes);
        }
    }

    private InputMedia.Kept taken(InputStream bytes) throws IOException {
        try {
            return kept(store.draft(bytes, limits.maxBytes()));
        } catch (TooManyBytesException tooLarge) {
            throw check.tooLarge("larger than " + Sizes.of(limits.maxBytes()));
        }
    }

    private MediaFacts facts(Path file) throws IOException {
        Optional<MediaFacts> media = MediaProbe.inspect(file);
        if (media.isEmpty() && limits.formats().contains(TEXT)) {
            if (MediaCheck.isText(file)) {
                return MediaFacts.ofType(MediaTypes.ofExtension(TEXT).orElseThrow());
            }
            if (MediaCheck.isForeignText(file)) {
                throw check.notUtf8();
            }
        }
        return media.orElseThrow(check::unknownType);
    }

    /** Refused bytes leave nothing behind. */
    InputMedia.Kept kept(Draft draft) throws IOException {
        try {
            MediaFacts facts = facts(draft.file());
            check.check(facts, draft.digested().bytes());
            Path file = store.keep(draft);
            return new InputMedia.Kept(
                    draft.digested().sha256(), facts, draft.digested().bytes(), file);
        } finally {
            draft.discard();
        }
    }
}
