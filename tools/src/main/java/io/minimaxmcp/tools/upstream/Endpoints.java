package io.minimaxmcp.tools.upstream;

import static io.minimaxmcp.tools.upstream.Endpoint.Method.DELETE;
import static io.minimaxmcp.tools.upstream.Endpoint.Method.GET;
import static io.minimaxmcp.tools.upstream.Endpoint.Method.POST;
import static io.minimaxmcp.tools.upstream.Endpoint.Repeat.HARMLESS;
import static io.minimaxmcp.tools.upstream.Endpoint.Repeat.NEVER;
import static io.minimaxmcp.tools.upstream.Endpoint.Repeat.ONCE;
import static io.minimaxmcp.tools.upstream.Endpoint.Repeat.PAID;

import java.time.Duration;

/**
 * Every path of the MiniMax API that is used here.
 *
 * <p>The timeouts of long synchronous calls are at least what MiniMax takes (reference, section 1.7): giving up early on a paid call
 * loses its result, so it costs more than waiting.
 */
public final class Endpoints {
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration TASK = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    public static final Endpoint IMAGE =
            new Endpoint("image", POST, "/v1/image_generation", Lane.IMAGE, PAID, Duration.ofMinutes(3));

    public static final Endpoint SPEECH = new Endpoint("speech", POST, "/v1/t2a_v2", Lane.SPEECH, PAID, LONG);
    /** The path of the product brief, for {@link Dialect#REFERENCE}. */
    public static final Endpoint SPEECH_REFERENCE =
            new Endpoint("speech", POST, "/v1/speech/speech_t2a_input", Lane.SPEECH, PAID, LONG);

    public static final Endpoint LONG_SPEECH =
            new Endpoint("long_speech", POST, "/v1/t2a_async_v2", Lane.SPEECH, PAID, TASK);
    public static final Endpoint QUERY_LONG_SPEECH =
            new Endpoint("query_long_speech", GET, "/v1/query/t2a_async_query_v2", Lane.QUERY, HARMLESS, SHORT);
    public static final Endpoint TRANSCRIPTION =
            new Endpoint("transcription", POST, "/v1/speech_to_text", Lane.TRANSCRIPTION, PAID, LONG);

    public static final Endpoint MUSIC =
            new Endpoint("music", POST, "/v1/music_generation", Lane.MUSIC, PAID, Duration.ofMinutes(10));
    public static final Endpoint LYRICS =
            new Endpoint("lyrics", POST, "/v1/lyrics_generation", Lane.MUSIC, PAID, Duration.ofMinutes(2));

    public static final Endpoint VIDEO = new Endpoint("video", POST, "/v1/video_generation", Lane.VIDEO, PAID, TASK);
    public static final Endpoint QUERY_VIDEO =
            new Endpoint("query_video", GET, "/v1/query/video_generation", Lane.QUERY, HARMLESS, SHORT);

    public static final Endpoint VIDEO_V2 =
            new Endpoint("video_v2", POST, "/v2/video_generation", Lane.H3, PAID, Duration.ofMinutes(2));
    public static final Endpoint REGENERATION =
            new Endpoint("video_regeneration", POST, "/v2/video_regeneration", Lane.H3, PAID, Duration.ofMinutes(2));
    public static final Endpoint CONTEXT_IR =
            new Endpoint("h3_context_ir", POST, "/v2/h3_context_ir", Lane.H3, PAID, Duration.ofMinutes(2));
    public static final Endpoint QUERY_VIDEO_V2 =
            new Endpoint("query_video_v2", GET, "/v2/query/video_generation/{task_id}", Lane.QUERY, HARMLESS, SHORT);
    public static final Endpoint LIST_VIDEO_V2 =
            new Endpoint("list_video_v2", GET, "/v2/query/video_generation", Lane.QUERY, HARMLESS, SHORT);
    /** Cancels a queued task but deletes a finished one: it must leave right after a look that saw it queued. */
    public static final Endpoint DELETE_VIDEO_V2 =
            new Endpoint("delete_video_v2", DELETE, "/v2/video_generation/{task_id}", Lane.QUERY, NEVER, SHORT);

    public static final Endpoint CLONE_VOICE =
            new Endpoint("clone_voice", POST, "/v1/voice_clone", Lane.VOICE, PAID, Duration.ofMinutes(2));
    public static final Endpoint DESIGN_VOICE =
            new Endpoint("design_voice", POST, "/v1/voice_design", Lane.VOICE, PAID, Duration.ofMinutes(2));
    public static final Endpoint GET_VOICE =
            new Endpoint("get_voice", POST, "/v1/get_voice", Lane.QUERY, HARMLESS, SHORT);
    /** A second arrival would answer that there is no such voice, and so hide that the first one worked. */
    public static final Endpoint DELETE_VOICE =
            new Endpoint("delete_voice", POST, "/v1/delete_voice", Lane.VOICE, ONCE, SHORT);

    /** A second arrival leaves a spare copy, which is free and is never used. */
    public static final Endpoint UPLOAD_FILE =
            new Endpoint("upload_file", POST, "/v1/files/upload", Lane.FILES, HARMLESS, LONG);

    public static final Endpoint RETRIEVE_FILE =
            new Endpoint("retrieve_file", GET, "/v1/files/retrieve", Lane.QUERY, HARMLESS, SHORT);
    public static final Endpoint LIST_FILES =
            new Endpoint("list_files", GET, "/v1/files/list", Lane.FILES, HARMLESS, SHORT);
    public static final Endpoint DELETE_FILE =
            new Endpoint("delete_file", POST, "/v1/files/delete", Lane.FILES, ONCE, SHORT);

    /** For pay-as-you-go keys only. */
    public static final Endpoint BALANCE =
            new Endpoint("balance", GET, "/account/query_balance", Lane.QUERY, HARMLESS, SHORT);
    /** For subscription keys only. */
    public static final Endpoint PLAN_REMAINS =
            new Endpoint("plan_remains", GET, "/v1/token_plan/remains", Lane.QUERY, HARMLESS, SHORT);

    private Endpoints() {}
}
