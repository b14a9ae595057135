package io.minimaxmcp.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskLineTest {
    private static final Set<String> OWN = Set.of("--sandbox", "--output-dir", "--output");

    private static List<String> toCall(String... args) throws UsageException {
        return TaskLine.toCall(List.of(args), OWN::contains);
    }

    @Test
    void theFourLinesOfTheBriefAreCalls() throws Exception {
        assertThat(toCall(
                        "--task",
                        "generate",
                        "--prompt",
                        "A cyberpunk city",
                        "--model",
                        "image-01",
                        "--aspect-ratio",
                        "16:9"))
                .containsExactly(
                        "call", "generate_image", "prompt=A cyberpunk city", "model=image-01", "aspect_ratio=16:9");
        assertThat(toCall(
                        "--task",
                        "generate-video",
                        "--prompt",
                        "A dancer",
                        "--model",
                        "MiniMax-Hailuo-2.3",
                        "--duration",
                        "6"))
                .containsExactly("call", "generate_video", "prompt=A dancer", "model=MiniMax-Hailuo-2.3", "duration=6");
        assertThat(toCall("--task", "generate-speech", "--text", "Hello world", "--voice", "English_Warm_Bestie"))
                .containsExactly("call", "generate_speech", "text=Hello world", "voice=English_Warm_Bestie");
        assertThat(toCall("--task", "generate-music", "--lyrics", "La la la\nOh yeah", "--prompt", "upbeat pop"))
                .containsExactly("call", "generate_music", "lyrics=La la la\nOh yeah", "prompt=upbeat pop");
    }

    @Test
    void settingsStaySettings() throws Exception {
        assertThat(toCall("--sandbox", "--task=generate", "--prompt=x", "--output-dir", "/tmp/o"))
                .containsExactly("call", "generate_image", "--sandbox", "prompt=x", "--output-dir", "/tmp/o");
    }

    @Test
    void anUnknownTaskIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> toCall("--task", "generate-poem"))
                .hasMessageContaining("generate-poem")
                .hasMessageContaining("generate-speech");
    }

    @Test
    void aWordThatIsNoFlagIsRefused() {
        assertThatThrownBy(() -> toCall("--task", "generate", "--prompt", "A", "city"))
                .hasMessageContaining("'city'");
    }
}
