package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One process that works on jobs.
 *
 * @param machine within which a process id means one process: the running kernel and its process namespace
 * @param startedAt tells the process from a later one with the same number
 */
public record Holder(String id, String machine, long pid, long startedAt) {
    private static final Path PROCESSES = Path.of("/proc");
    /** Of the fields after the program's name, the time of the start (proc_pid_stat(5), field 22). */
    private static final int START = 19;
    /** Elsewhere than on Linux the start is read off two clocks that drift, so it is never quite the same twice. */
    private static final Duration SAME_START = Duration.ofMinutes(1);

    /** This process, on this machine. */
    public static Holder thisProcess() {
        return on(thisMachine());
    }

    /** This process as if it ran on a machine of this name. */
    public static Holder on(String machine) {
        long pid = ProcessHandle.current().pid();
        return new Holder(
                pid + "-" + UUID.randomUUID(), machine, pid, startOf(pid).orElse(0));
    }

    /** Whether it is where this other process is, so that it can be looked for. */
    boolean isBeside(Holder other) {
        return machine.equals(other.machine);
    }

    /** Whether it runs; to be asked only beside it. */
    boolean isAlive() {
        OptionalLong found = startOf(pid);
        return found.isPresent()
                && (isLinux()
                        ? found.getAsLong() == startedAt
                        : Math.abs(found.getAsLong() - startedAt) <= SAME_START.toMillis());
    }

    /** On Linux counted by the kernel since its own start, so that no change of the clock moves it. */
    private static OptionalLong startOf(long pid) {
        if (isLinux()) {
            try {
                String stat = Files.readString(PROCESSES.resolve(pid + "/stat"));
                return OptionalLong.of(
                        Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", START + 2)[START]));
            } catch (IOException gone) {
                return OptionalLong.empty();
            }
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> OptionalLong.of(start.toEpochMilli()))
                .orElse(OptionalLong.empty());
    }

    private static boolean isLinux() {
        return Files.exists(PROCESSES.resolve("self/stat"));
    }

    /** Containers share a file and a kernel but not process ids. Elsewhere than on Linux one file means one machine. */
    private static String thisMachine() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            // The last word tells how starts are counted, apart from programs that counted otherwise.
            return boot.strip() + " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")) + " ticks";
        } catch (IOException notLinux) {
            return "local";
        }
    }
}
