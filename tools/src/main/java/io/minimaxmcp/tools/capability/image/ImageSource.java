package io.minimaxmcp.tools.capability.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.job.OneShot;
import io.minimaxmcp.tools.job.Order;
import io.minimaxmcp.tools.job.Output;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.Sight;
import io.minimaxmcp.tools.job.Told;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/image_generation}: one answer with all images, as links or inside. */
public final class ImageSource implements OneShot {
    static final String NAME = "image";
    private static final String EXTENSION = "jpeg";

    private final MediaBodies bodies;
    private final Outputs outputs;

    public ImageSource(MediaBodies bodies, Outputs outputs) {
        this.bodies = bodies;
        this.outputs = outputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint(Order order) {
        return Endpoints.IMAGE;
    }

    @Override
    public CompletionStage<Call> request(Job job) {
        return bodies.fill(job.order().request()).thenApply(body -> Call.post(Endpoints.IMAGE, body));
    }

    @Override
    public CompletionStage<Sight> read(Job job, Answer answer) {
        JsonNode data = answer.body().path("data");
        List<String> links = texts(data.path("image_urls"));
        List<String> inside = texts(data.path("image_base64"));
        if (links.isEmpty() && inside.isEmpty()) {
            return Stages.of(new Sight.Lost(allBlocked(answer), answer.traceId()));
        }
        CompletionStage<List<Output>> images = inside.isEmpty()
                ? Stages.of(
                        links.stream().map(link -> Output.at(link, EXTENSION)).toList())
                : outputs.base64(job, inside, EXTENSION);
        return images.thenApply(
                all -> new Sight.Done(all, null, answer.traceId()).telling(missing(job, all.size(), answer)));
    }

    private static @Nullable Told missing(Job job, int made, Answer answer) {
        int asked = job.order().request().path("n").asInt(1);
        if (made >= asked) {
            return null;
        }
        // As strings, and in either place: API reference, 2.2.
        int blocked = Math.max(
                answer.body().path("metadata").path("failed_count").asInt(),
                answer.body().path("data").path("failed_count").asInt());
        String why = blocked > 0 ? "MiniMax's content safety removed " + blocked : "MiniMax made only " + made;
        return Told.note(why + " of " + asked + " images; whether what is missing is billed is not documented.");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** No image at all, though the status was 0: content safety took every one. Whether that is billed is not documented. */
    private static Failure allBlocked(Answer answer) {
        return Failure.of(
                        ErrorKind.CONTENT,
                        "MiniMax's content safety removed every image.",
                        "Change the prompt or the reference image, then call again.")
                .charged(Charged.UNKNOWN)
                .fromUpstream(null, answer.traceId());
    }

    @Override
    public CompletionStage<@Nullable Sight> left(Job job) {
        return outputs.left(job);
    }
}
