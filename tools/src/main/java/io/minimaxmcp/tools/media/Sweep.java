package io.minimaxmcp.tools.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes our own files that nobody needs any more: drafts of processes that died, inputs and notes of jobs long finished. */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final String OUR_DRAFTS = Disk.TEMPORARY + "*";
    private static final Duration DRAFTS = Duration.ofDays(1);
    /** Longer than any job is under way: MiniMax forgets its tasks after seven days. */
    private static final Duration INPUTS = Duration.ofDays(30);
    /** What was paid for and has no place among the results yet: the disk for it may be in a drawer. */
    private static final Duration RESULTS = Duration.ofDays(365);

    private final MediaFolders folders;
    private final InstantSource clock;
    private final FileWork work;

    public Sweep(MediaFolders folders, InstantSource clock, FileWork work) {
        this.folders = folders;
        this.clock = clock;
        this.work = work;
    }

    /** Completes with how many files were removed. Makes no folders, and never fails: what stays is only in the way. */
    public CompletionStage<Integer> run() {
        return work.run(this::removed).exceptionally(failed -> {
            LOG.atWarn().setCause(failed).log("old working files stay");
            return 0;
        });
    }

    private int removed() throws IOException {
        return old(folders.spoolDir(), "*", RESULTS)
                + old(folders.inputsDir(), "*", INPUTS)
                + old(folders.outputDir(), OUR_DRAFTS, DRAFTS)
                + tenants();
    }

    private int tenants() throws IOException {
        if (!Files.isDirectory(folders.outputDir())) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> tenants =
                Files.newDirectoryStream(folders.outputDir(), MediaFolders.TENANT_PREFIX + "*")) {
            for (Path tenant : tenants) {
                removed += old(tenant, OUR_DRAFTS, DRAFTS);
            }
        }
        return removed;
    }

    /**
     * @param ours names of files that are ours
     * @param age after which those that are no drafts are old
     */
    private int old(Path folder, String ours, Duration age) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ours)) {
            for (Path file : files) {
                if (isGone(file, isDraft(file) ? DRAFTS : age)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private static boolean isDraft(Path file) {
        String name = Disk.name(file);
        return name.startsWith(Disk.TEMPORARY) || name.endsWith(Links.PART);
    }

    /** One file that cannot be removed does not keep the others. */
    private boolean isGone(Path file, Duration age) {
        try {
            Instant changed =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            return changed.isBefore(clock.instant().minus(age))
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.deleteIfExists(file);
        } catch (IOException inUse) {
            LOG.atDebug().setCause(inUse).log("an old working file stays");
            return false;
        }
    }
}
