package io.minimaxmcp.tools.sandbox.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A prepared AAC stream in its elementary form: frames behind headers of seven bytes. */
record Adts(int sampleRate, int channels, int setup, List<byte[]> frames) {
    private static final int HEADER = 7;
    private static final int[] RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000
    };

    static Adts parse(byte[] stream) {
        List<byte[]> frames = new ArrayList<>();
        int at = 0;
        while (at + HEADER <= stream.length) {
            int length = ((stream[at + 3] & 3) << 11) | ((stream[at + 4] & 0xff) << 3) | ((stream[at + 5] & 0xff) >> 5);
            frames.add(Arrays.copyOfRange(stream, at + HEADER, at + length));
            at += length;
        }
        int profile = ((stream[2] & 0xff) >> 6) + 1;
        int rate = (stream[2] >> 2) & 0xf;
        int channels = ((stream[2] & 1) << 2) | ((stream[3] & 0xff) >> 6);
        return new Adts(RATES[rate], channels, (profile << 11) | (rate << 7) | (channels << 3), frames);
    }

    /** The elementary stream descriptors of ISO 14496-1: each a tag and the length of what follows. */
    Box configuration() {
        return new Box("esds")
                .u32(0)
                .u8(3)
                .u8(25)
                .u16(0)
                .u8(0)
                .u8(4)
                .u8(17)
                .u8(0x40) // AAC
                .u8(0x15) // audio
                .zeros(11)
                .u8(5)
                .u8(2)
                .u16(setup)
                .u8(6)
                .u8(1)
                .u8(2);
    }
}
