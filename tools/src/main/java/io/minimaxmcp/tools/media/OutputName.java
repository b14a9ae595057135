package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

/**
 * What a caller wants a result to be called: a plain name, or a path of a few folders below the output folder.
 *
 * @param folders from the outermost in; empty for the output folder itself
 * @param stem without an extension that stands for a media type
 * @param extension such an extension as the caller wrote it, or empty; the bytes decide in the end
 */
public record OutputName(List<String> folders, String stem, String extension) {
    /** The argument that it comes in. */
    public static final String FIELD = "output_name";

    private static final int MAX_PARTS = 6;
    private static final int MAX_BYTES = 180;
    private static final String FORBIDDEN = "<>:\"|?*\\";

    public OutputName {
        folders = List.copyOf(folders);
    }

    /** Fails with a {@link ToolException} of kind {@code INVALID_INPUT} that says what to change. */
    public static OutputName parse(String argument) {
        String text = Normalizer.normalize(argument, Normalizer.Form.NFC);
        List<String> parts = List.of(text.split("/", -1));
        if (parts.size() > MAX_PARTS) {
            throw refused(argument, "has more than " + (MAX_PARTS - 1) + " folders");
        }
        parts.forEach(part -> check(part, argument));
        String name = parts.get(parts.size() - 1);
        int dot = name.lastIndexOf('.');
        boolean media =
                dot > 0 && MediaTypes.ofExtension(name.substring(dot + 1)).isPresent();
        String stem = media ? name.substring(0, dot) : name;
        check(stem, argument);
        return new OutputName(parts.subList(0, parts.size() - 1), stem, media ? name.substring(dot + 1) : "");
    }

    private static void check(String part, String argument) {
        if (part.isBlank()) {
            throw refused(argument, "is empty, absolute, or has an empty folder name");
        }
        if (part.startsWith(".") || part.startsWith("~") || part.startsWith(" ")) {
            throw refused(argument, "has a part that begins with a dot, a tilde or a space");
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            throw refused(argument, "has a part that ends with a dot or a space");
        }
        if (part.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)
                || part.codePoints().anyMatch(OutputName::isInvisible)) {
            throw refused(argument, "holds a control or format character or one of " + FORBIDDEN);
        }
        if (FileNames.isReserved(part)) {
            throw refused(argument, "has a part that is the name of a Windows device");
        }
        if (!isWritable(part)) {
            throw refused(argument, "has letters that this server cannot write without a UTF-8 locale");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw refused(argument, "has a part longer than " + MAX_BYTES + " bytes");
        }
    }

    private static boolean isWritable(String part) {
        try {
            return Path.of(part).getNameCount() == 1;
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    /** Characters that change how a name reads (right-to-left marks) or that no file system stores. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static ToolException refused(String argument, String why) {
        return Refusal.of(
                FIELD,
                argument,
                why + ".",
                "Give a plain file name such as \"lighthouse\", or folders below the output folder such as"
                        + " \"album/cover\"; the extension is added from the result.");
    }
}
