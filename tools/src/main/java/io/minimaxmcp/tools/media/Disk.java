package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few things that have to be done to files in just the right order. */
final class Disk {
    /** How the names of our own unfinished files begin. */
    static final String TEMPORARY = ".minimax-";

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    private Disk() {}

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names in a folder last through a power cut, where the system can (Windows cannot open folders). */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.atTrace().setCause(notHere).log("folders cannot be forced to disk here");
        }
    }

    /**
     * Gives a file its final name in the same file system, or fails with {@link FileAlreadyExistsException}. A rename would replace what
     * is there; a second link to the same bytes cannot.
     */
    static void renameToNew(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLinks) {
            LOG.atTrace().setCause(noLinks).log("no hard links here: taking the name with an empty file first");
            Files.createFile(target);
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        forceFolder(parent(target));
        Files.deleteIfExists(file);
    }

    /** Replaces a file of our own in one step, so that readers see the old or the new one, and forces the change to disk. */
    static void replace(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(parent(target));
    }

    static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is in no folder");
        }
        return parent;
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
