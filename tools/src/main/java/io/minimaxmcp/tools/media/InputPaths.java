package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which local files may be read.
 *
 * @param base what relative paths start from
 * @param home what {@code ~} stands for
 */
public record InputPaths(List<Path> allowed, Path base, Path home) {
    private static final String SETTING = "MINIMAX_MCP_INPUT_DIRS";

    public InputPaths {
        allowed = allowed.stream().map(InputPaths::plain).toList();
        base = plain(base);
        home = plain(home);
    }

    /**
     * The file itself, with every link on the way resolved. What lies outside the allowed folders is refused in the same words whether or
     * not it is there.
     */
    Path find(String argument, String field) throws IOException {
        Path named = parsed(argument, field);
        Path real = realPath(named);
        if (real == null) {
            throw isInside(named) ? missing(argument, field) : outside(argument, field);
        }
        if (!isInside(real)) {
            throw outside(argument, field);
        }
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw Refusal.of(
                    ErrorKind.PATH, field, argument, "is no file", "Name a media file, not a folder or device.");
        }
        return real;
    }

    private Path parsed(String argument, String field) {
        try {
            boolean fromHome = argument.equals("~") || argument.startsWith("~/") || argument.startsWith("~\\");
            Path path = fromHome
                    ? home.resolve(argument.substring(Math.min(2, argument.length())))
                    : base.resolve(argument);
            return plain(path);
        } catch (InvalidPathException notAPath) {
            throw Refusal.of(ErrorKind.PATH, field, argument, "is no path", "Name a media file in " + folders() + ".");
        }
    }

    private static @Nullable Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException notThere) {
            return null;
        }
    }

    /** Folders are compared as given and as they really are: the way to them may itself go through links. */
    private boolean isInside(Path path) throws IOException {
        for (Path folder : allowed) {
            Path real = realPath(folder);
            if (path.startsWith(folder) || (real != null && path.startsWith(real))) {
                return true;
            }
        }
        return false;
    }

    private ToolException missing(String argument, String field) {
        return Refusal.of(
                ErrorKind.NOT_FOUND,
                field,
                argument,
                "does not exist or cannot be read",
                "Check the name; relative paths start from " + base + ".");
    }

    private ToolException outside(String argument, String field) {
        return Refusal.of(
                ErrorKind.PATH,
                field,
                argument,
                "is outside the folders that may be read: " + folders() + " (relative paths start from " + base + ")",
                "Copy the file there, or add its folder to " + SETTING + " and start the server again.");
    }

    private String folders() {
        return allowed.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
