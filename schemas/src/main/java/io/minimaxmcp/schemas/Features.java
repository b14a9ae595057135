package io.minimaxmcp.schemas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a model can do; what does not concern its capability is empty or false.
 *
 * @param customSize whether width and height may be chosen
 * @param cameraCommands whether the prompt may hold moves in square brackets
 * @param audio whether a video comes with sound
 * @param taskList whether tasks under way can be listed, and so found again
 * @param interjections whether the text may hold {@code (laughs)} and the like
 * @param languagesExcluded names of {@link Words#languages()} that the model does not speak
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Features(
        List<String> aspectRatios,
        boolean customSize,
        boolean cameraCommands,
        boolean promptOptimizer,
        boolean fastPretreatment,
        boolean audio,
        boolean cancelWhenQueued,
        boolean taskList,
        List<String> emotions,
        boolean interjections,
        boolean instrumental,
        boolean lyricsOptimizer,
        List<String> formats,
        List<Integer> sampleRates,
        List<Integer> opusSampleRates,
        List<Integer> bitrates,
        List<String> languagesExcluded) {
    public Features {
        aspectRatios = Absent.asEmpty(aspectRatios);
        emotions = Absent.asEmpty(emotions);
        formats = Absent.asEmpty(formats);
        sampleRates = Absent.asEmpty(sampleRates);
        opusSampleRates = Absent.asEmpty(opusSampleRates);
        bitrates = Absent.asEmpty(bitrates);
        languagesExcluded = Absent.asEmpty(languagesExcluded);
    }
}
