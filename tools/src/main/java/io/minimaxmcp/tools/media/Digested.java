package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The identity of some bytes, worked out while they passed by. */
record Digested(String sha256, long bytes) {
    private static final int CHUNK = 64 * 1024;

    static Digested of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
    }

    /** Writes a file, over one that is there, and forces it to disk. */
    static Digested write(InputStream in, Path file) throws IOException {
        return write(in, file, Long.MAX_VALUE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Writes a file that was not there before and forces it to disk; on failure the file is removed. */
    static Digested writeNew(InputStream in, Path newFile, long maxBytes) throws IOException {
        try {
            return write(in, newFile, maxBytes, StandardOpenOption.CREATE_NEW);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(newFile);
            throw failed;
        }
    }

    private static Digested write(InputStream in, Path file, long maxBytes, OpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(how));
        options.add(StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options)) {
            Digested digested = copy(in, Channels.newOutputStream(channel), maxBytes);
            channel.force(true);
            return digested;
        }
    }

    private static Digested copy(InputStream in, OutputStream out, long maxBytes) throws IOException {
        MessageDigest digest = digester();
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            total += read;
            if (total > maxBytes) {
                throw new TooManyBytesException(maxBytes);
            }
            digest.update(chunk, 0, read);
            out.write(chunk, 0, read);
        }
        return new Digested(HexFormat.of().formatHex(digest.digest()), total);
    }

    /** Twelve digits that stand for a text in file names. */
    static String shortName(String text) {
        byte[] digest = digester().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
