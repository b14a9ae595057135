package io.minimaxmcp.tools.sandbox;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Frame;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;

/** A video to be delivered: what the request asked for, and how its downloads go. */
record Film(VideoSize size, Frame frame, String resolution, int seconds, String prompt, Wear wear) {

    /** @param ratio how much wider than high it is */
    static Film hailuo(Call call, String prompt, String resolution, double ratio, int seconds) {
        return of(call, VideoSize.hailuo(resolution), ratio, prompt, resolution, seconds);
    }

    /** @param ratio how much wider than high it is */
    static Film h3(Call call, String prompt, String resolution, double ratio, int seconds) {
        return of(call, VideoSize.h3(resolution), ratio, prompt, resolution, seconds);
    }

    private static Film of(Call call, VideoSize size, double ratio, String prompt, String resolution, int seconds) {
        return new Film(
                size, size.frame(ratio), resolution, seconds, Faults.withoutMarkers(prompt), new Wear(call.mischief()));
    }

    Medium medium() {
        return new Medium(
                "mp4",
                "video/mp4",
                () -> Clip.video(size, frame, seconds, prompt).bytes(),
                wear);
    }
}
