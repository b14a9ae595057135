package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.JobQuery;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Explains a voice that MiniMax does not know any more: one that was made here may have lain unused for too long. */
final class LostVoice {
    private static final int NO_SUCH_VOICE = 2054;
    private static final int LOOKED_AT = 200;

    private final JobLedger ledger;

    LostVoice(JobLedger ledger) {
        this.ledger = ledger;
    }

    /** Never fails. */
    CompletionStage<Failure> explained(Job job, Failure refused) {
        Integer code = refused.upstreamCode();
        return code == null || code != NO_SUCH_VOICE
                ? Stages.of(refused)
                : made(job, "voice_clone")
                        .thenCombine(
                                made(job, "voice_design"),
                                (clones, designs) -> Stream.of(clones, designs)
                                        .flatMap(List::stream)
                                        .filter(made -> voice(job).equals(made.voice()))
                                        .findFirst())
                        .thenApply(made -> explained(refused, made))
                        .exceptionally(unreadable -> refused);
    }

    private CompletionStage<List<Job>> made(Job job, String kind) {
        return ledger.list(job.tenant(), new JobQuery("succeeded", kind, LOOKED_AT, null));
    }

    /** In the words of either dialect. */
    private static String voice(Job job) {
        String nested = job.order().request().at("/voice_setting/voice_id").asText("");
        return nested.isEmpty() ? job.order().request().path("voice").asText("") : nested;
    }

    private static Failure explained(Failure refused, Optional<Job> made) {
        return made.map(job -> refused.adding(
                        "It was made on " + job.createdAt().toString().substring(0, 10) + " (job " + job.id()
                                + "), and MiniMax deletes a voice that is not used for 7 days.",
                        "Make it again under another name with clone_voice or design_voice, or take a voice from"
                                + " list_voices."))
                .orElse(refused);
    }
}
