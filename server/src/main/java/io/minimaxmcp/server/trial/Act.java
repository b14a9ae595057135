package io.minimaxmcp.server.trial;

import java.util.List;
import java.util.Map;

/** One tool call of the trial. */
record Act(String title, String tool, Map<String, Object> arguments) {
    static final List<Act> ALL = List.of(
            new Act(
                    "image",
                    "generate_image",
                    Map.of("prompt", "A lighthouse at dawn, gouache on paper", "aspect_ratio", "16:9")),
            new Act(
                    "speech",
                    "generate_speech",
                    Map.of(
                            "text",
                            "Good morning. The light has burned all night, and every boat is home.",
                            "emotion",
                            "happy")),
            new Act(
                    "music",
                    "generate_music",
                    Map.of(
                            "lyrics",
                            "[Verse]\nThe lamp goes round, the night is long\n[Chorus]\nCarry me home, carry me home",
                            "prompt",
                            "slow folk waltz, accordion, warm")),
            new Act(
                    "video",
                    "generate_video",
                    Map.of(
                            "prompt",
                            "Waves break below a lighthouse, its beam sweeps the fog, the camera pans left",
                            "duration",
                            6,
                            "resolution",
                            "768P")));
}
