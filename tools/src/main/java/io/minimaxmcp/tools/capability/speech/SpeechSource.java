package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.tools.job.Empty;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.Endpoint;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Synchronous speech: the audio comes with the answer, as a link or as hex in the same field. */
public final class SpeechSource implements OneShot {
    static final String NAME = "speech";

    private final LostVoice lostVoice;
    private final Outputs outputs;
    private final Dialect dialect;
    private final PriceList prices;

    /** @param ledger to know voices that were made here */
    public SpeechSource(Outputs outputs, Dialect dialect, PriceList prices, JobLedger ledger) {
        this.prices = prices;
        this.lostVoice = new LostVoice(ledger);
        this.outputs = outputs;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return dialect.speech();
    }

    @Override
    public CompletionStage<Failure> explained(Job job, Failure refused) {
        return lostVoice.explained(job, refused);
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        String audio = answer.body().path("data").path("audio").asText("");
        if (audio.isEmpty()) {
            return Stages.of(new Sight.Lost(Empty.answer("audio", answer), answer.traceId()));
        }
        return outputs.linkOrHex(
                        job, 1, audio, AudioFormat.extension(job.order().request()))
                .thenApply(output -> new Sight.Done(withSubtitles(output, answer), null, answer.traceId())
                        .telling(BilledCharacters.told(
                                job, answer.body().path("extra_info").path("usage_characters"), prices)));
    }

    /** The list of sentences is behind one link, and becomes a file of each kind when it is fetched. */
    private static List<Output> withSubtitles(Output sound, Answer answer) {
        String link = answer.body().path("data").path("subtitle_file").asText("");
        return link.isEmpty() ? List.of(sound) : List.of(sound, Output.at(link, "srt"), Output.at(link, "vtt"));
    }

    @Override
    public CompletionStage<@Nullable Sight> left(Job job) {
        return outputs.left(job);
    }
}
