package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One process that works on jobs.
 *
 * @param machine within which a process id means one process: the running kernel and its process namespace
 * @param startedAt tells the process from a later one with the same number
 */
record Holder(String id, String machine, long pid, Instant startedAt) {
    /** The start of a process is read off two clocks that drift, so it is never quite the same twice. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    static Holder thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        String id = self.pid() + "-" + UUID.randomUUID();
        return new Holder(id, thisMachine(), self.pid(), startOf(self));
    }

    /** Whether it is known to have ended, as far as this process can see: of other machines nothing is known. */
    boolean isGone(String seenFrom) {
        return machine.equals(seenFrom)
                && ProcessHandle.of(pid)
                        .map(found -> Duration.between(startOf(found), startedAt)
                                        .abs()
                                        .compareTo(SAME_START)
                                > 0)
                        .orElse(true);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Containers share a file and a kernel but not process ids. Elsewhere than on Linux one file means one machine. */
    private static String thisMachine() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            return boot.strip() + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException notLinux) {
            return "local";
        }
    }
}
