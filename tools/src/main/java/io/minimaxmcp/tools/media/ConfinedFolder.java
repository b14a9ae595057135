package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.ToolException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A folder that nothing is written outside of, whatever links are in it, and in which nothing is ever overwritten. */
final class ConfinedFolder {
    private static final int MAX_SAME_NAMES = 10_000;

    private final Path root;

    ConfinedFolder(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** Makes the folders one by one, so that not even an empty one comes into being on the far side of a link. */
    Path folder(List<String> names) throws IOException {
        Path folder = root;
        for (String name : names) {
            Path next = folder.resolve(name);
            if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                createFolder(next);
            }
            folder = inside(next, name);
        }
        return folder;
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            if (!Files.isDirectory(folder)) {
                throw madeMeanwhile;
            }
        }
    }

    private Path inside(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw refused("\"" + name + "\" in the output folder is no folder");
        }
        Path real = folder.toRealPath();
        if (!real.startsWith(root)) {
            throw refused("\"" + name + "\" in the output folder leads outside of it");
        }
        return real;
    }

    /**
     * Gives a file the first free of the names {@code stem.ext}, {@code stem-2.ext}, {@code stem-3.ext} … in a folder that
     * {@link #folder} gave, or finds the one that it has there already. The file keeps its old name too, for the caller to delete.
     *
     * @param kin extensions under which the name must be free as well
     * @param taking told of the path right before it is taken, possibly several times
     * @param copying the same, where the file is no second name but a copy, which is not found again by itself
     */
    Path place(Path file, Path folder, String stem, String extension, Set<String> kin, Before taking, Before copying)
            throws IOException {
        for (int attempt = 1; attempt <= MAX_SAME_NAMES; attempt++) {
            String name = stem + (attempt == 1 ? "" : "-" + attempt) + ".";
            Path target = folder.resolve(name + extension);
            if (isTaken(target)) {
                if (isName(target, file)) {
                    return target;
                }
            } else if (kin.stream().noneMatch(other -> isTaken(folder.resolve(name + other)))) {
                taking.path(target);
                if (taken(file, target, copying)) {
                    return target;
                }
            }
        }
        throw new IOException("more than " + MAX_SAME_NAMES + " files called " + stem + " in " + folder);
    }

    private static boolean isTaken(Path target) {
        return Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isName(Path target, Path file) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(target, file);
    }

    private boolean taken(Path file, Path target, Before copying) throws IOException {
        try {
            Disk.nameAlso(file, target, root, () -> copying.path(target));
            return true;
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            return false;
        }
    }

    private static ToolException refused(String why) {
        return new ToolException(Failure.of(
                        ErrorKind.INVALID_INPUT,
                        why + ".",
                        "Choose another output_name, for instance a plain file name.")
                .onField(OutputName.FIELD));
    }

    /** Writes down where a file is about to be. */
    @FunctionalInterface
    interface Before {
        Before NOTHING = path -> {};

        void path(Path target) throws IOException;
    }
}
