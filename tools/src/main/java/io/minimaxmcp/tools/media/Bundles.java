package io.minimaxmcp.tools.media;

import io.minimaxmcp.schemas.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Takes apart the archives that long speech comes in: sound, subtitles and a description of both. That they are tar archives is seen, not
 * promised, so a bundle of another kind is kept as it is.
 */
public final class Bundles {
    /** Where the whole bundle lies on its way; results count from 1. */
    private static final int BUNDLE = 99;

    private static final int JSON_MAX = 32 << 20;

    private final Links links;
    private final Spool spool;
    private final FileWork work;

    public Bundles(Links links, Spool spool, FileWork work) {
        this.links = links;
        this.spool = spool;
        this.work = work;
    }

    /**
     * Fetches a bundle and completes with what of it is in the spool now, the sound first. Harmless to repeat: the same files get the same
     * names.
     *
     * @param extension of the sound, as it was ordered
     */
    public CompletionStage<List<Spooled>> unpack(String link, String jobId, String extension) {
        return links.result(link, new MediaId(jobId, BUNDLE))
                .thenCompose(draft -> work.run(() -> {
                    List<Spooled> parts = Tar.isTar(draft.file())
                            ? parts(draft.file(), jobId, extension)
                            : List.of(whole(draft.file(), jobId, extension));
                    draft.discard();
                    return parts;
                }));
    }

    private List<Spooled> parts(Path archive, String jobId, String extension) throws IOException {
        List<Spooled> parts = new ArrayList<>();
        List<Subtitles> subtitles = new ArrayList<>();
        Tar.read(archive, entry -> {
            BufferedInputStream content = new BufferedInputStream(entry);
            byte[] text = isMaybeJson(content) ? content.readNBytes(JSON_MAX) : new byte[0];
            Optional<Subtitles> list = Subtitles.parse(text);
            if (list.isPresent()) {
                subtitles.add(list.get());
            } else if (!isJson(text) && parts.isEmpty()) {
                InputStream sound = new SequenceInputStream(new ByteArrayInputStream(text), content);
                parts.add(new Spooled(spool.write(new MediaId(jobId, 1), sound, extension), extension));
            }
        });
        if (parts.isEmpty()) {
            return List.of(whole(archive, jobId, "tar"));
        }
        if (!subtitles.isEmpty()) {
            for (String kind : Subtitles.EXTENSIONS) {
                parts.add(text(
                        new MediaId(jobId, parts.size() + 1), subtitles.get(0).as(kind), kind));
            }
        }
        return parts;
    }

    /** Raw sound may begin with any byte, so that this alone says nothing. */
    private static boolean isMaybeJson(BufferedInputStream content) throws IOException {
        content.mark(1);
        int first = content.read();
        content.reset();
        return first == '[' || first == '{';
    }

    private static boolean isJson(byte[] text) {
        try {
            return text.length > 0 && Json.MAPPER.readTree(text).isContainerNode();
        } catch (IOException notJson) {
            return false;
        }
    }

    private Spooled text(MediaId id, String text, String extension) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Spooled(spool.write(id, new ByteArrayInputStream(bytes), extension), extension);
    }

    private Spooled whole(Path file, String jobId, String extension) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Spooled(spool.write(new MediaId(jobId, 1), bytes, extension), extension);
        }
    }
}
