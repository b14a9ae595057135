package io.minimaxmcp.tools.sandbox;

import io.minimaxmcp.tools.sandbox.studio.Clip;
import io.minimaxmcp.tools.sandbox.studio.Encoding;
import io.minimaxmcp.tools.sandbox.studio.Frame;
import io.minimaxmcp.tools.sandbox.studio.Sound;
import io.minimaxmcp.tools.sandbox.studio.SoundSpec;
import io.minimaxmcp.tools.sandbox.studio.SpeechSpec;
import io.minimaxmcp.tools.sandbox.studio.VideoSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Media in requests for videos, written as {@code ${image 400 320}}, {@code ${video 3}} or {@code ${audio 4}}. */
final class H3Media {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+) (\\d+)(?: (\\d+))?}");

    private H3Media() {}

    static String filled(String json) {
        return PLACE.matcher(json.replace('\'', '"')).replaceAll(H3Media::dataUri);
    }

    private static String dataUri(MatchResult place) {
        int number = Integer.parseInt(place.group(2));
        return switch (place.group(1)) {
            case "image" -> uri("image/png", picture(number, Integer.parseInt(place.group(3))));
            case "video" -> uri("video/mp4", film(number));
            default -> uri("audio/wav", sound(number));
        };
    }

    private static String uri(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] picture(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return png.toByteArray();
    }

    static byte[] film(int seconds) {
        return Clip.video(VideoSize.H3_480P, seconds, "fox").bytes();
    }

    static byte[] film(int seconds, int width, int height) {
        return Clip.video(VideoSize.H3_480P, new Frame(width, height), seconds, "fox")
                .bytes();
    }

    static byte[] sound(int seconds) {
        SoundSpec wav = new SoundSpec(Encoding.WAV, 8_000, 128_000, 1);
        return Sound.speech(new SpeechSpec("<#" + seconds + "#>", "voice", 1, 0, 1, wav))
                .bytes();
    }
}
