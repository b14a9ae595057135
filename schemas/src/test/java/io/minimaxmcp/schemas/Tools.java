package io.minimaxmcp.schemas;

import java.util.List;

/** The tools of the contract, in the order they are offered. */
final class Tools {

    static final List<String> NAMES = List.of(
            "generate_image",
            "generate_video",
            "generate_speech",
            "generate_music",
            "clone_voice",
            "design_voice",
            "list_voices",
            "delete_voice",
            "get_job",
            "list_jobs",
            "cancel_job",
            "estimate_cost",
            "list_models",
            "status");

    static final List<String> PAID = NAMES.subList(0, 6);

    private Tools() {}
}
