package io.minimaxmcp.tools.sandbox.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A finished MP4 of H.264, and of AAC where the size has sound; nobody writes into {@code bytes}. */
@SuppressWarnings("ArrayRecordComponent") // handed straight to a socket; nobody compares clips
public record Clip(byte[] bytes, int width, int height, long durationMs) {
    private static final int FRAMES_A_SECOND = 24;

    /**
     * The first seconds of the clip prepared for this size; {@code title} goes into the file's metadata, so that
     * different prompts give different files.
     */
    public static Clip video(VideoSize size, int seconds, String title) {
        return video(size, new Frame(size.width(), size.height()), seconds, title);
    }

    /** The same of another shape. */
    public static Clip video(VideoSize size, Frame frame, int seconds, String title) {
        if (seconds < 1 || seconds > size.longestSeconds()) {
            throw new IllegalArgumentException(
                    size + " lasts 1 to " + size.longestSeconds() + " seconds, not " + seconds);
        }
        List<Track> tracks = new ArrayList<>();
        tracks.add(picture(size, frame, seconds * FRAMES_A_SECOND));
        if (size.hasSound()) {
            tracks.add(sound(seconds));
        }
        byte[] bytes = new Movie(tracks, seconds * 1000, title).file();
        return new Clip(bytes, frame.width(), frame.height(), seconds * 1000L);
    }

    private static Track picture(VideoSize size, Frame frame, int frames) {
        AnnexB stream = AnnexB.parse(resource(size.resource())).cutTo(frame);
        Box description = new Box("avc1")
                .zeros(6)
                .u16(1)
                .zeros(16)
                .u16(frame.width())
                .u16(frame.height())
                .u32(72 << 16)
                .u32(72 << 16)
                .zeros(4)
                .u16(1)
                .zeros(32)
                .u16(24)
                .u16(0xffff)
                .add(stream.configuration());
        return new Track(
                FRAMES_A_SECOND,
                1,
                frame.width(),
                frame.height(),
                description,
                stream.pictures(frames),
                stream.keys(frames));
    }

    private static Track sound(int seconds) {
        Adts stream = Adts.parse(resource("h3.aac"));
        int frames = Math.min(stream.frames().size(), (seconds * stream.sampleRate() + 1023) / 1024);
        Box description = new Box("mp4a")
                .zeros(6)
                .u16(1)
                .zeros(8)
                .u16(stream.channels())
                .u16(16)
                .zeros(4)
                .u32(stream.sampleRate() << 16)
                .add(stream.configuration());
        return new Track(
                stream.sampleRate(), 1024, 0, 0, description, stream.frames().subList(0, frames), List.of());
    }

    private static byte[] resource(String name) {
        try (InputStream in = Clip.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
