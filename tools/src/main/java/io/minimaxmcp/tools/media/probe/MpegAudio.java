package io.minimaxmcp.tools.media.probe;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sound that is a bare row of frames, MP3 or AAC (ADTS), with or without an ID3 tag before it. */
final class MpegAudio {
    private static final int MOST_TAGS = 8;
    private static final int FARTHEST_FIRST_FRAME = 4_096;

    private MpegAudio() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        long start = afterTags(in);
        boolean tagged = start > 0;
        if (Flac.read(in, found, start)) {
            return true;
        }
        if (tagged) {
            found.type("audio/mpeg");
        }
        // After a tag some padding is usual; without one the frames start at once, or it is something else.
        for (long at = start; at <= start + (tagged ? FARTHEST_FIRST_FRAME : 0) && at + 4 <= in.size(); at++) {
            MpegFrame first = MpegFrame.at(in, at);
            if (first != null && isFollowed(in, first)) {
                read(in, found, first);
                return true;
            }
        }
        return tagged;
    }

    /** Two bytes of a frame's start are soon found in anything: only a second frame right behind proves the first. */
    private static boolean isFollowed(Bytes in, MpegFrame frame) throws IOException {
        if (frame.end() == in.size()) {
            return true;
        }
        MpegFrame next = frame.end() + 4 <= in.size() ? MpegFrame.at(in, frame.end()) : null;
        return next != null && next.continues(frame);
    }

    private static void read(Bytes in, Findings found, MpegFrame first) throws IOException {
        found.type(first.isAac() ? "audio/aac" : "audio/mpeg");
        found.sound(first.sampleRate(), first.channels());
        long frames = first.isAac() ? 0 : Mp3Index.frames(in, first);
        found.duration((frames > 0 ? frames : count(in, first)) * first.samples(), first.sampleRate());
    }

    private static long count(Bytes in, MpegFrame first) throws IOException {
        long frames = 0;
        @Nullable MpegFrame frame = first;
        while (frame != null && frame.continues(first)) {
            frames++;
            frame = frame.end() + 4 <= in.size() ? MpegFrame.at(in, frame.end()) : null;
        }
        return frames;
    }

    private static long afterTags(Bytes in) throws IOException {
        long at = 0;
        for (int tag = 0; tag < MOST_TAGS && in.has(at, "ID3") && at + 10 <= in.size(); tag++) {
            long length = 0;
            for (int i = 6; i < 10; i++) {
                length = (length << 7) | (in.u8(at + i) & 0x7f);
            }
            boolean footer = (in.u8(at + 5) & 0x10) != 0;
            at += 10 + length + (footer ? 10 : 0);
        }
        return at;
    }
}
