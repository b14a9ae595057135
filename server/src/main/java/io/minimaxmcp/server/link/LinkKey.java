package io.minimaxmcp.server.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What links are signed with: the same for every process that shares a data folder or a setting. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinkKey(byte[] bytes) {
    private static final int BYTES = 32;
    private static final String FILE = "link.key";

    /** A key made of a secret that several servers share. */
    public static LinkKey of(String secret) {
        return new LinkKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of this data folder, made when there is none; blocks for a moment. */
    public static LinkKey in(Path dataDir) {
        Path file = dataDir.resolve(FILE);
        try {
            Files.createDirectories(dataDir);
            if (!Files.exists(file)) {
                make(dataDir, file);
            }
            return new LinkKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException unusable) {
            throw new UncheckedIOException("the data folder cannot be used", unusable);
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException(file + " is damaged: delete it, and links given out so far end", damaged);
        }
    }

    /** Whole or not at all, and never over another process's: by a lock and a rename, since not every disk has hard links. */
    private static synchronized void make(Path dataDir, Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path part = Files.createTempFile(dataDir, "link", ".tmp", onlyForUs(dataDir));
        try (FileChannel lock = FileChannel.open(
                dataDir.resolve(FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(file)) {
                Files.writeString(part, HexFormat.of().formatHex(random));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] onlyForUs(Path dataDir) throws IOException {
        return Files.getFileStore(dataDir).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public String toString() {
        return "LinkKey";
    }
}
