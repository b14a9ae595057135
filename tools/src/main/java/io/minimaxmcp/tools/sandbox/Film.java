package io.minimaxmcp.tools.sandbox;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;

/** A video to be delivered: what the request asked for, and how its downloads go. */
record Film(VideoSize size, String resolution, int seconds, String prompt, Wear wear) {

    static Film hailuo(Call call, String prompt, String resolution, int seconds) {
        return of(call, VideoSize.hailuo(resolution), prompt, resolution, seconds);
    }

    static Film h3(Call call, String prompt, String resolution, int seconds) {
        return of(call, VideoSize.h3(resolution), prompt, resolution, seconds);
    }

    private static Film of(Call call, VideoSize size, String prompt, String resolution, int seconds) {
        return new Film(size, resolution, seconds, Faults.withoutMarkers(prompt), new Wear(call.mischief()));
    }

    Medium medium() {
        return new Medium(
                "mp4", "video/mp4", () -> Clip.video(size, seconds, prompt).bytes(), wear);
    }
}
