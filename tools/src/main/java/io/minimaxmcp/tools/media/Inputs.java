package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** Turns media arguments into what MiniMax can be given, and refuses what it would refuse while that is still free. */
public final class Inputs {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputPaths paths;
    private final InputStore store;
    private final MediaReader earlier;
    private final Links links;
    private final FileWork work;

    public Inputs(InputPaths paths, InputStore store, MediaReader earlier, Links links, FileWork work) {
        this.paths = paths;
        this.store = store;
        this.earlier = earlier;
        this.links = links;
        this.work = work;
    }

    /** Passes links on as they are; keeps and checks the bytes of everything else. */
    public CompletionStage<InputMedia> resolve(String argument, String field, MediaLimits limits, CallContext context) {
        return Stages.from(() -> MediaArgument.of(argument, field) instanceof MediaArgument.Link link
                ? Stages.of(new InputMedia.Link(link.url()))
                : resolveBytes(argument, field, limits, context).thenApply(kept -> kept));
    }

    /** Keeps and checks the bytes of links too: for what is uploaded, and for what is costly when it is wrong. */
    public CompletionStage<InputMedia.Kept> resolveBytes(
            String argument, String field, MediaLimits limits, CallContext context) {
        Intake intake = new Intake(field, limits, store);
        return Stages.from(() -> {
            MediaArgument parsed = MediaArgument.of(argument, field);
            if (parsed instanceof MediaArgument.Data data) {
                return work.run(() -> intake.decoded(data.uri()));
            }
            if (parsed instanceof MediaArgument.Earlier media) {
                return earlier.file(context.tenant(), media.id(), context.localPaths())
                        .thenCompose(file -> work.run(() -> intake.copied(file.path())));
            }
            if (parsed instanceof MediaArgument.Link link) {
                return links.draft(link.url(), field, limits.maxBytes())
                        .thenCompose(draft -> work.run(() -> intake.kept(draft)));
            }
            return local(argument, field, intake, context);
        });
    }

    /** A text that the argument leads to: a path, an https URL, a data: URI or an earlier result, in UTF-8. */
    public CompletionStage<String> text(String argument, String field, long maxBytes, CallContext context) {
        return resolveBytes(argument, field, MediaLimits.text(maxBytes), context)
                .thenCompose(kept -> work.run(() -> PlainText.checked(decoded(kept.file(), field), field)));
    }

    private static String decoded(Path file, String field) throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Refusal.of(field, null, "is not text in UTF-8.", "Save it as UTF-8 and call again.");
        }
    }

    /** Keeps a text that is too long to stand in a request. */
    public CompletionStage<InputMedia.Kept> keep(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return work.run(() -> new Intake("text", MediaLimits.text(Long.MAX_VALUE), store)
                .kept(store.draft(new ByteArrayInputStream(bytes), Long.MAX_VALUE)));
    }

    private CompletionStage<InputMedia.Kept> local(String path, String field, Intake intake, CallContext context) {
        if (!context.localPaths()) {
            throw Refusal.of(
                    ErrorKind.PATH,
                    field,
                    path,
                    "is a path, and files of the server's machine are not read for callers over HTTP",
                    "Give an https URL, a data: URI with base64, or a " + MediaId.URI_PREFIX
                            + "… URI of an earlier result.");
        }
        return work.run(() -> intake.copied(paths.find(path, field)));
    }
}
