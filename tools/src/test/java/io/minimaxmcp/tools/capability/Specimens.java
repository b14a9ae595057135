package io.minimaxmcp.tools.capability;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Media by name, made once: {@code jpeg}, {@code png}, {@code mp4}, {@code wav}, {@code opus} …, {@code sample} (a quarter of a minute of speech), {@code clip} (a few seconds). */
final class Specimens {
    private static final String WORDS = "A word or two. ";

    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    byte[] get(String name) {
        return made.computeIfAbsent(name, Specimens::make);
    }

    String dataUri(String name) {
        return "data:" + mimeType(name) + ";base64," + Base64.getEncoder().encodeToString(get(name));
    }

    static String mimeType(String name) {
        return switch (name) {
            case "jpeg", "png" -> "image/" + name;
            case "mp4", "film" -> "video/mp4";
            case "sample", "short_sample", "clip" -> "audio/wav";
            default -> Encoding.named(name).mimeType();
        };
    }

    private static byte[] make(String name) {
        return switch (name) {
            case "jpeg" -> picture(PictureSpec.Format.JPEG);
            case "png" -> picture(PictureSpec.Format.PNG);
            case "mp4" -> Clip.video(VideoSize.HAILUO_512P, 1, "specimen").bytes();
            case "film" -> Clip.video(VideoSize.HAILUO_512P, 3, "specimen").bytes();
            case "sample" -> speech(Encoding.WAV, 16);
            case "clip" -> speech(Encoding.WAV, 5);
            case "short_sample" -> speech(Encoding.WAV, 1);
            default -> speech(Encoding.named(name), 1);
        };
    }

    private static byte[] picture(PictureSpec.Format format) {
        return Picture.render(new PictureSpec(400, 320, "specimen", 1, format));
    }

    /** About a second for every fifteen letters. */
    private static byte[] speech(Encoding encoding, int times) {
        SoundSpec sound = new SoundSpec(encoding, 16_000, 32_000, 1);
        return Sound.speech(new SpeechSpec(WORDS.repeat(times), "v", 1, 0, 1, sound))
                .bytes();
    }
}
