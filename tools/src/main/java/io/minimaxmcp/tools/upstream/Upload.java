package io.minimaxmcp.tools.upstream;

import java.nio.file.Path;
import java.util.Map;

/**
 * A multipart form with one file, streamed from disk.
 *
 * @param fields the form's other fields
 * @param headers of the request, beside the usual ones
 */
public record Upload(
        Map<String, String> fields, String fileName, String mimeType, Path file, Map<String, String> headers) {
    public Upload {
        fields = Map.copyOf(fields);
        headers = Map.copyOf(headers);
    }

    /** A file for the files API. */
    public static Upload of(String purpose, String fileName, String mimeType, Path file) {
        return new Upload(Map.of("purpose", purpose), fileName, mimeType, file, Map.of());
    }

    /** The same file in a form of other fields. */
    public Upload as(Map<String, String> otherFields, Map<String, String> otherHeaders) {
        return new Upload(otherFields, fileName, mimeType, file, otherHeaders);
    }
}
