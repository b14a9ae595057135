package io.minimaxmcp.schemas;

import java.util.List;
import java.util.Set;

/** The tools of the contract, in the order they are offered. */
final class Tools {

    static final List<String> NAMES = List.of(
            "generate_image",
            "generate_video",
            "generate_speech",
            "generate_music",
            "transcribe_speech",
            "write_lyrics",
            "regenerate_video",
            "enhance_prompt",
            "clone_voice",
            "design_voice",
            "list_voices",
            "delete_voice",
            "get_job",
            "list_jobs",
            "cancel_job",
            "estimate_cost",
            "list_models",
            "status",
            "list_files",
            "get_file",
            "delete_file");

    /** Those that are offered without being asked for. */
    static final List<String> USUAL = NAMES.stream()
            .filter(name -> !Set.of(
                            "transcribe_speech",
                            "write_lyrics",
                            "regenerate_video",
                            "enhance_prompt",
                            "list_files",
                            "get_file",
                            "delete_file")
                    .contains(name))
            .toList();

    static final List<String> PAID = NAMES.subList(0, 10);

    private Tools() {}
}
