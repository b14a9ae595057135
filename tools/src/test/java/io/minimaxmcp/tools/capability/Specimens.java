package io.minimaxmcp.tools.capability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Picture;
import io.minimaxmcp.tools.sandbox.studio.PictureSpec;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import java.io.ByteArrayOutputStream;
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
            case "bundle" -> "application/x-tar";
            case "sample", "short_sample", "clip" -> "audio/wav";
            default -> Encoding.named(name).mimeType();
        };
    }

    private static byte[] make(String name) {
        return switch (name) {
            case "jpeg" -> picture(PictureSpec.Format.JPEG);
            case "png" -> picture(PictureSpec.Format.PNG);
            case "mp4" -> Clip.video(VideoSize.HAILUO_512P, 1, "specimen").bytes();
            case "bundle" -> bundle();
            case "film" -> Clip.video(VideoSize.HAILUO_512P, 3, "specimen").bytes();
            case "sample" -> speech(Encoding.WAV, 16);
            case "clip" -> speech(Encoding.WAV, 5);
            case "short_sample" -> speech(Encoding.WAV, 1);
            default -> speech(Encoding.named(name), 1);
        };
    }

    /** As long speech comes: sound, subtitles, facts. */
    private static byte[] bundle() {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        String titles = "[{\"text\":\"A word or two.\",\"time_begin\":0,\"time_end\":900}]";
        entry(tar, "95157322514444/95157322514444.titles", titles.getBytes(US_ASCII));
        entry(tar, "95157322514444/95157322514444.mp3", speech(Encoding.MP3, 1));
        entry(tar, "95157322514444/95157322514444.extra", "{\"audio_length\":900}".getBytes(US_ASCII));
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void entry(ByteArrayOutputStream tar, String name, byte[] content) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format("%011o", content.length));
        put(header, 156, "0");
        put(header, 257, "ustar");
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
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
