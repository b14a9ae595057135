package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The files of the accounts: what was uploaded, and what tasks have made. */
final class Files {
    private final Shelf<Stored> shelf;
    private final SandboxOptions options;
    private final Ids ids;

    Files(SandboxOptions options, Ids ids) {
        this.shelf = new Shelf<>(options);
        this.options = options;
        this.ids = ids;
    }

    /**
     * A file.
     *
     * @param linkLife how long a link to it opens; zero for uploads, which have none
     */
    record Stored(long id, String name, String purpose, Instant created, Medium medium, Duration linkLife) {
        boolean isUpload() {
            return linkLife.isZero();
        }

        /** The bytes of an upload. */
        byte[] uploaded() {
            try {
                return medium.content().bytes();
            } catch (Exception e) {
                throw new IllegalStateException("uploads are in memory", e);
            }
        }
    }

    Stored upload(String owner, Form.Upload upload, String purpose) {
        Medium medium =
                new Medium(upload.extension(), "application/octet-stream", upload::bytes, new Wear(Mischief.NONE));
        return put(owner, ids.next(), upload.filename(), purpose, medium, Duration.ZERO);
    }

    Stored put(String owner, long id, String name, String purpose, Medium medium, Duration linkLife) {
        Stored stored = new Stored(id, name, purpose, options.clock().instant(), medium, linkLife);
        shelf.put(owner, id, stored);
        return stored;
    }

    Stored get(String owner, String id) {
        return shelf.find(owner, id).orElseThrow(() -> Refusal.invalid("file_id " + id + " does not exist"));
    }

    /** An upload of one purpose. */
    Stored upload(String owner, long id, String purpose) {
        Stored stored = get(owner, Long.toString(id));
        if (!stored.purpose().equals(purpose)) {
            throw Refusal.invalid("file_id " + id + " has purpose " + stored.purpose() + ", not " + purpose);
        }
        return stored;
    }

    List<Stored> of(String owner, String purpose) {
        return shelf.of(owner).stream()
                .filter(stored -> stored.purpose().equals(purpose))
                .toList();
    }

    void delete(Stored stored) {
        shelf.remove(stored.id());
    }
}
