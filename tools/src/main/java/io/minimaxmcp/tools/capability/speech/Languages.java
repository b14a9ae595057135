package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.Nearest;
import io.minimaxmcp.tools.preflight.LanguageNames;
import io.minimaxmcp.tools.tool.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a language against the names that MiniMax knows, and those that the model speaks. */
final class Languages {
    private Languages() {}

    static void check(@Nullable String language, List<String> known, Model model) {
        if (language == null) {
            return;
        }
        if (!known.contains(language)) {
            String near = LanguageNames.of(language, known)
                    .or(() -> Nearest.to(language, known))
                    .orElse("auto");
            throw Refusal.of(
                    "language",
                    language,
                    "is not one of MiniMax's language names, such as English, Chinese, Spanish or auto.",
                    "Call again with language '" + near + "'.");
        }
        if (model.features().languagesExcluded().contains(language)) {
            throw Refusal.of(
                    "language",
                    language,
                    "is not spoken by " + model.id() + ".",
                    "Call again with model 'speech-2.8-hd', or with another language.");
        }
    }
}
