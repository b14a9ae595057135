package io.minimaxmcp.tools.job.ledger;

import static io.minimaxmcp.tools.job.ledger.Done.admitted;
import static io.minimaxmcp.tools.job.ledger.Done.done;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.job.Admission;
import io.minimaxmcp.tools.job.AdmissionRules;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The main program of a process that shares a ledger with the test that started it: says what it did on standard output. */
final class LedgerChild {
    private final JobLedger ledger;
    private final SampleJobs jobs;

    private LedgerChild(JobLedger ledger) {
        this.ledger = ledger;
        this.jobs = new SampleJobs(Clock.systemUTC());
    }

    public static void main(String[] args) throws IOException {
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (JobLedger ledger = LedgerHome.open(args[0], Clock.systemUTC(), false)) {
            var child = new LedgerChild(ledger);
            System.out.println("ready");
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                child.obey(command.split(" ", -1));
                System.out.println("done");
            }
        }
    }

    private void obey(String[] command) {
        switch (command[0]) {
            case "identical" -> admit(Integer.parseInt(command[1]), () -> jobs.alike("same"), SampleJobs.NO_RULES);
            case "budget" ->
                admit(
                        Integer.parseInt(command[1]),
                        jobs::job,
                        new AdmissionRules(Duration.ZERO, Usd.of(command[2]), null));
            case "run" -> run();
            case "stream" -> stream();
            default -> throw new IllegalArgumentException(command[0]);
        }
    }

    private void admit(int count, Supplier<Job> job, AdmissionRules rules) {
        Stream.generate(() -> ledger.admit(job.get(), rules)).limit(count).toList().stream()
                .map(Done::done)
                .map(LedgerChild::word)
                .forEach(System.out::println);
    }

    private static String word(Admission admission) {
        if (admission instanceof Admission.Admitted in) {
            return "admitted " + in.job().id();
        }
        return admission.getClass().getSimpleName();
    }

    private void run() {
        Job running = done(ledger.store(jobs.at(admitted(ledger, jobs.job()), JobStage.RUNNING)));
        System.out.println("admitted " + running.id());
    }

    /** Never ends: each line is written only after the ledger said that the job is durable. */
    private void stream() {
        while (true) {
            admit(8, jobs::job, SampleJobs.NO_RULES);
        }
    }
}
