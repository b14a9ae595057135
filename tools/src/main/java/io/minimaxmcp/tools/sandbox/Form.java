package io.minimaxmcp.tools.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A multipart body: its text fields, and its one file if there is one. */
record Form(Map<String, String> fields, @Nullable Upload file) {

    /** An uploaded file. */
    @SuppressWarnings("ArrayRecordComponent") // lives as long as the file; nobody compares uploads
    record Upload(String field, String filename, byte[] bytes) {
        /** The file name's ending in lower case, without the dot. */
        String extension() {
            return filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }
    }

    void only(Set<String> known) {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.invalid("unknown form field '" + name + "'");
            }
        }
    }

    String required(String name) {
        String value = fields.getOrDefault(name, "");
        if (value.isBlank()) {
            throw Refusal.invalid(name + " is required");
        }
        return value;
    }

    Upload requiredFile() {
        if (file == null || !file.field().equals("file")) {
            throw Refusal.invalid("file is required");
        }
        if (file.bytes().length == 0) {
            throw Refusal.invalid("file is empty");
        }
        return file;
    }
}
