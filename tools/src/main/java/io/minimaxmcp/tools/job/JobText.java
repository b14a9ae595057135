package io.minimaxmcp.tools.job;

import io.minimaxmcp.tools.media.Artifact;
import io.minimaxmcp.tools.media.Sizes;
import io.minimaxmcp.tools.tool.Charged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Says of a job in a few sentences what was made, where it is, what it cost and what to do next. */
final class JobText {
    private static final int MOST_BYTES = 1000;
    private static final int ROOM_FOR_CURSOR = 60;
    private static final int MOST_NAMED = 4;
    private static final int MOST_QUOTED = 400;

    private final JobProgress progress;

    JobText(JobProgress progress) {
        this.progress = progress;
    }

    /** @param notes sentences about this call, beside what is true of the job */
    String of(Job job, JobView view, List<String> notes) {
        var text = new StringJoiner(" ");
        job.order().notes().forEach(text::add);
        text.add(happened(job, view));
        notes.forEach(text::add);
        if (view.note() != null) {
            text.add(view.note());
        }
        if (view.title() != null) {
            text.add("Title: \"" + Phrases.within(MOST_QUOTED, view.title()) + "\".");
        }
        if (view.style() != null) {
            text.add("Style: " + Phrases.within(MOST_QUOTED, view.style()) + ".");
        }
        if (view.text() != null) {
            text.add("It says: \"" + Phrases.within(MOST_QUOTED, view.text()) + "\".");
        }
        text.add(cost(job));
        if (view.nextStep() != null) {
            text.add(view.nextStep());
        }
        return Phrases.within(MOST_BYTES, text.toString());
    }

    /**
     * A line for each, as long as there is room, and how to get at the rest.
     *
     * @param more whether there are others after these
     */
    String lines(List<Job> jobs, boolean more) {
        List<String> lines = new ArrayList<>();
        int room = MOST_BYTES - ROOM_FOR_CURSOR;
        for (Job job : jobs) {
            String line = line(job);
            room -= line.getBytes(StandardCharsets.UTF_8).length + 1;
            if (room < 0) {
                break;
            }
            lines.add(line);
        }
        if (more || lines.size() < jobs.size()) {
            lines.add("Older ones: cursor \"" + jobs.get(lines.size() - 1).id() + "\".");
        }
        return lines.isEmpty() ? "No such jobs." : String.join("\n", lines);
    }

    private static String line(Job job) {
        return job.id() + "  " + job.stage().status() + "  " + job.order().kind() + "  "
                + job.createdAt().toString().substring(0, 16) + "Z  \""
                + Phrases.within(60, job.order().label()) + "\"";
    }

    private String happened(Job job, JobView view) {
        Duration elapsed = Duration.ofMillis(view.elapsedMs());
        return switch (job.stage()) {
            case QUEUED, SENDING, RUNNING, COLLECTING ->
                progress.state(job) + " (job " + job.id() + ", " + Phrases.time(elapsed) + " so far)."
                        + progress.trouble(job);
            case SUCCEEDED -> made(job, view) + " in " + Phrases.time(elapsed) + "." + where(view.artifacts());
            case FAILED, CANCELLED, UNKNOWN -> "Job " + job.id() + " " + ended(job) + message(job);
        };
    }

    private static String made(Job job, JobView view) {
        String with = job.order().model() == null ? "" : " with " + job.order().model();
        if (view.voice() != null) {
            return "Made the voice \"" + view.voice() + "\"";
        }
        int count = view.artifacts().size();
        if (count == 0) {
            return "Done" + with;
        }
        String many = count == 1
                ? "1 " + job.order().kind() + " file"
                : count + " " + job.order().kind() + " files";
        return "Made " + many + with;
    }

    private static String where(List<Artifact> artifacts) {
        var where = new StringJoiner("; ", artifacts.isEmpty() ? "" : " ", artifacts.isEmpty() ? "" : ".");
        artifacts.stream().limit(MOST_NAMED).map(JobText::place).forEach(where::add);
        if (artifacts.size() > MOST_NAMED) {
            where.add((artifacts.size() - MOST_NAMED) + " more in artifacts");
        }
        return where.toString();
    }

    private static String place(Artifact artifact) {
        String place = artifact.path() != null ? artifact.path() : artifact.uri();
        var facts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        if (artifact.width() != null && artifact.height() != null) {
            facts.add(artifact.width() + "x" + artifact.height());
        }
        if (artifact.durationMs() != null) {
            facts.add(String.format(Locale.ROOT, "%.1f s", artifact.durationMs() / 1000.0));
        }
        if (artifact.bytes() != null) {
            facts.add(Sizes.of(artifact.bytes()));
        }
        return place + facts;
    }

    private static String ended(Job job) {
        return switch (job.stage()) {
            case CANCELLED -> "was cancelled.";
            case UNKNOWN -> "has an unknown outcome.";
            default -> "failed.";
        };
    }

    private static String message(Job job) {
        return job.failure() == null ? "" : " " + job.failure().message();
    }

    private static String cost(Job job) {
        if (job.sandbox()) {
            return "Sandbox: nothing was charged.";
        }
        String price = job.order().estimate().amount() == null
                ? "an unknown amount"
                : "about " + job.order().estimate().amount();
        String basis = " (" + job.order().estimate().basis() + ")";
        return switch (job.stage()) {
            case SUCCEEDED -> "Cost: " + price + basis + ".";
            case QUEUED, SENDING, RUNNING, COLLECTING -> "It costs " + price + basis + ".";
            case FAILED, CANCELLED, UNKNOWN ->
                switch (charged(job)) {
                    case NO -> "Nothing was charged.";
                    case YES -> "It was charged: " + price + basis + ".";
                    case UNKNOWN -> "It may have been charged: " + price + basis + ".";
                };
        };
    }

    private static Charged charged(Job job) {
        return job.failure() == null ? Charged.NO : job.failure().charged();
    }
}
