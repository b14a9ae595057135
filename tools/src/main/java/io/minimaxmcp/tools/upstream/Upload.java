package io.minimaxmcp.tools.upstream;

import java.nio.file.Path;
import java.util.Map;

/**
 * A multipart form with one file, streamed from disk.
 *
 * @param fields the form's other fields
 */
public record Upload(Map<String, String> fields, String fileName, String mimeType, Path file) {
    public Upload {
        fields = Map.copyOf(fields);
    }

    /** A file for the files API. */
    public static Upload of(String purpose, String fileName, String mimeType, Path file) {
        return new Upload(Map.of("purpose", purpose), fileName, mimeType, file);
    }
}
