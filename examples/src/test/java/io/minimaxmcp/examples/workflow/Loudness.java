package io.minimaxmcp.examples.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How loud an MP3 is from moment to moment, as the gains in its frames tell without decoding them. */
final class Loudness {
    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] RATES = {44_100, 48_000, 32_000, 0};
    /** Gains count in quarters of a factor of two; below so many nothing is heard. */
    private static final int SILENCE = 140;

    private static final int LOUD = 190;

    private final byte[] file;

    private Loudness(byte[] file) {
        this.file = file;
    }

    /** From 0 to 1, in so many moments. */
    static double[] of(Path mp3, int moments) throws IOException {
        List<Integer> gains = new Loudness(Files.readAllBytes(mp3)).gains();
        double[] loudness = new double[moments];
        for (int i = 0; i < gains.size(); i++) {
            int moment = i * moments / gains.size();
            double level = (double) (gains.get(i) - SILENCE) / (LOUD - SILENCE);
            loudness[moment] = Math.max(loudness[moment], Math.min(1, Math.max(0, level)));
        }
        return loudness;
    }

    private List<Integer> gains() {
        List<Integer> gains = new ArrayList<>();
        for (int at = 0; at + 40 < file.length; ) {
            int header = bits(at * 8, 32);
            boolean first = (header >> 19 & 3) == 3;
            int kilobits = (first ? KILOBITS_1 : KILOBITS_2)[header >> 12 & 15];
            int rate = RATES[header >> 10 & 3] >> (first ? 0 : (header >> 19 & 3) == 2 ? 1 : 2);
            if (header >>> 21 != 0x7ff || kilobits == 0 || rate == 0) {
                at++;
                continue;
            }
            boolean mono = (header >> 6 & 3) == 3;
            int side = first ? (mono ? 9 + 5 + 4 : 9 + 3 + 8) : mono ? 8 + 1 : 8 + 2;
            int granule = (at + 4) * 8 + side;
            boolean isSilent = bits(granule + 12, 9) == 0;
            gains.add(isSilent ? 0 : bits(granule + 12 + 9, 8));
            at += (first ? 144 : 72) * kilobits * 1000 / rate + (header >> 9 & 1);
        }
        return gains;
    }

    private int bits(int at, int width) {
        int value = 0;
        for (int bit = at; bit < at + width; bit++) {
            value = (value << 1) | ((file[bit / 8] >> (7 - bit % 8)) & 1);
        }
        return value;
    }
}
