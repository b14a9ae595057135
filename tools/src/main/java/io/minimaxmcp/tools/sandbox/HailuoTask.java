package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.time.Instant;

/**
 * One video of the first generation on its way.
 *
 * @param failure the code it ends with; 0 for success
 */
record HailuoTask(long id, long fileId, Timeline timeline, int failure, Film film) {

    ObjectNode describe(Instant now) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("task_id", Long.toString(id));
        if (!timeline.isOver(now)) {
            return answer.put("status", stage(timeline.position(now)));
        }
        if (failure != 0) {
            return answer.put("status", "Fail");
        }
        return answer.put("status", "Success")
                .put("file_id", Long.toString(fileId))
                .put("video_width", film.frame().width())
                .put("video_height", film.frame().height());
    }

    boolean hasFailed(Instant now) {
        return failure != 0 && timeline.isOver(now);
    }

    private static String stage(double position) {
        if (position < 0.1) {
            return "Preparing";
        }
        return position < 0.3 ? "Queueing" : "Processing";
    }
}
