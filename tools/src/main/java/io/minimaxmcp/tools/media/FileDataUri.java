package io.minimaxmcp.tools.media;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A file as a {@code data:} URI in JSON, read and encoded only while the JSON is written. */
final class FileDataUri implements JsonSerializable {
    private final String head;
    private final Path file;

    private FileDataUri(String head, Path file) {
        this.head = head;
        this.file = file;
    }

    static FileDataUri of(String mimeType, Path file) {
        return new FileDataUri("data:" + mimeType + ";base64,", file);
    }

    /** Nothing but the base64. */
    static FileDataUri bare(Path file) {
        return new FileDataUri("", file);
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider context) throws IOException {
        try (Reader text = new Encoding(head, Files.newInputStream(file))) {
            out.writeString(text, -1);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        serialize(out, context);
    }

    /** The text, for whoever asks a JSON node for it instead of writing it. */
    @Override
    public String toString() {
        return head + "<" + file + ">";
    }

    /** The URI's characters, a chunk of the file at a time. */
    private static final class Encoding extends Reader {
        /** A multiple of three, so that only the last chunk is padded. */
        private static final int CHUNK = 48 * 1024;

        private final InputStream in;
        private String chunk;
        private int position;

        Encoding(String head, InputStream in) {
            this.chunk = head;
            this.in = in;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            if (position == chunk.length()) {
                chunk = Base64.getEncoder().encodeToString(in.readNBytes(CHUNK));
                position = 0;
            }
            int count = Math.min(length, chunk.length() - position);
            chunk.getChars(position, position + count, into, offset);
            position += count;
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
