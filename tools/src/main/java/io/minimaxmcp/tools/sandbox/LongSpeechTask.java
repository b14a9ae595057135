package io.minimaxmcp.tools.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import java.time.Instant;

/** A long text on its way to becoming a bundle of files. */
record LongSpeechTask(long id, long fileId, Timeline timeline, boolean fails) {

    /** Ids are numbers here, though strings where the task was created: MiniMax is like that. */
    ObjectNode describe(Instant now) {
        return Json.MAPPER
                .createObjectNode()
                .put("task_id", id)
                .put("status", status(now))
                .put("file_id", fileId);
    }

    private String status(Instant now) {
        if (!timeline.isOver(now)) {
            return "Processing";
        }
        if (fails) {
            return "Failed";
        }
        return now.isBefore(timeline.end().plus(Links.BUNDLE_LIFE)) ? "Success" : "Expired";
    }
}
