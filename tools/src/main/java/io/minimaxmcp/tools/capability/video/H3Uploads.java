package io.minimaxmcp.tools.capability.video;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import io.minimaxmcp.tools.upstream.UploadedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Puts the media of a request where MiniMax can fetch them. All are uploaded, large or small: inside the body they would have to stay
 * below 64 MB together. Uploads are free, and MiniMax forgets them after seven days.
 */
final class H3Uploads {
    private static final String PURPOSE = "video_generation_input";

    private final MiniMaxClient client;
    private final MediaBodies bodies;

    H3Uploads(MiniMaxClient client, MediaBodies bodies) {
        this.client = client;
        this.bodies = bodies;
    }

    /** The job's request with {@code mm_file://} links for all media that this server holds. */
    CompletionStage<ObjectNode> into(Job job) {
        ObjectNode request = job.order().request().deepCopy();
        List<CompletionStage<ObjectNode>> uploads = new ArrayList<>();
        for (JsonNode item : request.path("content")) {
            if (item.path(item.path("type").asText()) instanceof ObjectNode holder
                    && holder.path("url").isObject()) {
                uploads.add(upload(job, holder, uploads.size() + 1));
            }
        }
        return Stages.all(uploads).thenApply(done -> request);
    }

    private CompletionStage<ObjectNode> upload(Job job, ObjectNode holder, int number) {
        return bodies.upload(holder.path("url"), PURPOSE, job.id() + "-" + number)
                .thenCompose(file -> client.call(job.tenant(), Call.upload(Endpoints.UPLOAD_FILE, file)))
                .thenApply(answer -> holder.put("url", "mm_file://" + UploadedFile.id(answer)));
    }
}
