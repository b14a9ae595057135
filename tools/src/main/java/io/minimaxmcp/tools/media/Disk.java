package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
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
     * Gives a file a second name, or fails with {@link FileAlreadyExistsException}: a rename would replace what is there, a link cannot.
     * Where there are no links, or the name is on another disk, the bytes are copied beside it first.
     *
     * @param own a folder on the disk of {@code newName}, for the copy while it is not complete
     * @param copying told before the file gets its name as a copy, which nobody could tell from a file of somebody else's later
     */
    static void nameAlso(Path file, Path newName, Path own, Step copying) throws IOException {
        if (!linked(file, newName)) {
            copying.take();
            copyAndName(file, newName, own.resolve(TEMPORARY + UUID.randomUUID() + ".part"));
        }
        forceFolder(parent(newName));
    }

    private static boolean linked(Path file, Path newName) throws IOException {
        try {
            Files.createLink(newName, file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLink) {
            LOG.atDebug().setCause(noLink).log("no hard link to the output folder");
            return false;
        }
    }

    private static void copyAndName(Path file, Path newName, Path beside) throws IOException {
        try {
            Files.copy(file, beside);
            force(beside);
            if (!linked(beside, newName)) {
                Files.createFile(newName); // taken from here on; what replaces it is complete
                Files.move(beside, newName, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
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

    /** Something that may fail as the disk does. */
    @FunctionalInterface
    interface Step {
        void take() throws IOException;
    }
}
