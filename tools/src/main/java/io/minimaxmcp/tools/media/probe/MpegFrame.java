package io.minimaxmcp.tools.media.probe;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The header of a frame of MP3 (any of the three MPEG versions) or of AAC in ADTS. */
record MpegFrame(long start, int length, boolean isAac, int version, int sampleRate, int channels, int samples) {
    /** Bytes of the shortest frame there is: an ADTS header with nothing behind it. */
    static final int SHORTEST = 7;

    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int[] AAC_RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    private static final int[] KILOBITS_MPEG_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_MPEG_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    /** The frame that starts here, or null if none does; reads four bytes, and three more for AAC. */
    static @Nullable MpegFrame at(Bytes in, long start) throws IOException {
        int header = (int) in.u32(start);
        if ((header >>> 21) != 0x7ff) {
            return null;
        }
        int layer = (header >> 17) & 3;
        return switch (layer) {
            case 0 -> aac(in, start, header);
            case 1 -> mp3(start, header);
            default -> null;
        };
    }

    long end() {
        return start + length;
    }

    boolean continues(MpegFrame other) {
        return isAac == other.isAac && version == other.version && sampleRate == other.sampleRate;
    }

    /** Bytes between the header of an MP3 frame and its main data. */
    int sideInformation() {
        boolean mono = channels == 1;
        return version == MPEG_1 ? (mono ? 17 : 32) : (mono ? 9 : 17);
    }

    private static @Nullable MpegFrame mp3(long start, int header) {
        int version = (header >> 19) & 3;
        int bitrate = (header >> 12) & 15;
        int rate = (header >> 10) & 3;
        if (version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return null;
        }
        boolean first = version == MPEG_1;
        int sampleRate = RATES[rate] / (first ? 1 : version == MPEG_2 ? 2 : 4);
        int kilobits = (first ? KILOBITS_MPEG_1 : KILOBITS_MPEG_2)[bitrate];
        int samples = first ? 1152 : 576;
        int length = samples / 8 * kilobits * 1000 / sampleRate + ((header >> 9) & 1);
        return new MpegFrame(start, length, false, version, sampleRate, ((header >> 6) & 3) == 3 ? 1 : 2, samples);
    }

    private static @Nullable MpegFrame aac(Bytes in, long start, int header) throws IOException {
        int rate = (header >> 10) & 15;
        if (((header >> 20) & 1) == 0 || rate >= AAC_RATES.length || start + SHORTEST > in.size()) {
            return null;
        }
        int length = (in.u24(start + 3) >> 5) & 0x1fff;
        int channels = (header >> 6) & 7;
        if (length < SHORTEST || channels == 0) {
            return null;
        }
        int samples = 1024 * (1 + (in.u8(start + 6) & 3));
        return new MpegFrame(start, length, true, (header >> 19) & 1, AAC_RATES[rate], channels, samples);
    }
}
